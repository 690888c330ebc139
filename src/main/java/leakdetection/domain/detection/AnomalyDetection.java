package leakdetection.domain.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import leakdetection.domain.tsd.TimeSeriesData;

/** The judgement of one reading. */
@Entity
@Table(name = "anomaly_detections")
public class AnomalyDetection {

  @Id private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "time_series_data_id", nullable = false)
  private TimeSeriesData timeSeriesData;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  // The reading's own time, repeated so that history is one index scan.
  @Column(nullable = false)
  private Instant timestamp;

  @Enumerated(EnumType.STRING)
  @Column(name = "value", nullable = false)
  private Deviation deviation;

  private Double score;

  @Column(name = "detector_id", nullable = false)
  private String detectorId;

  @Column(name = "interactive_feedback_mode", nullable = false)
  private boolean interactiveFeedbackMode;

  // Null where a single reading was judged.
  @Column(name = "mean_ppmv")
  private Double mean;

  @Column(name = "largest_ppmv")
  private Double largest;

  private Integer readings;

  @Column(name = "judged_late", nullable = false)
  private boolean judgedLate;

  protected AnomalyDetection() {}

  /**
   * @param id unique among all detections
   * @param reading what was judged
   * @param judgement what the detector said of it
   */
  public AnomalyDetection(long id, TimeSeriesData reading, Judgement judgement) {
    this(id, reading, judgement, Optional.empty(), false);
  }

  /**
   * @param id unique among all detections
   * @param reading what was judged, or the last reading of the interval that was
   * @param judgement what the detector said of it
   * @param interval the interval whose mean was judged; empty for a single reading
   * @param judgedLate whether it was judged after its turn was over
   */
  public AnomalyDetection(
      long id,
      TimeSeriesData reading,
      Judgement judgement,
      Optional<JudgedInterval> interval,
      boolean judgedLate) {
    this.id = id;
    this.timeSeriesData = reading;
    this.sensorId = reading.sensorId();
    this.timestamp = reading.timestamp();
    this.deviation = judgement.deviation();
    this.score = Double.isFinite(judgement.score()) ? Double.valueOf(judgement.score()) : null;
    this.detectorId = judgement.detectorId();
    this.interactiveFeedbackMode = judgement.interactiveFeedbackMode();
    this.mean = interval.map(JudgedInterval::mean).orElse(null);
    this.largest = interval.map(JudgedInterval::largest).orElse(null);
    this.readings = interval.map(JudgedInterval::readings).orElse(null);
    this.judgedLate = judgedLate;
  }

  public long id() {
    return id;
  }

  public TimeSeriesData timeSeriesData() {
    return timeSeriesData;
  }

  public long sensorId() {
    return sensorId;
  }

  public Instant timestamp() {
    return timestamp;
  }

  public Deviation deviation() {
    return deviation;
  }

  /** Returns the detector's score, percent; NaN where it could not judge. */
  public double score() {
    return score == null ? Double.NaN : score;
  }

  /** Returns the interval whose mean was judged; empty where a single reading was. */
  public Optional<JudgedInterval> interval() {
    return mean == null
        ? Optional.empty()
        : Optional.of(new JudgedInterval(mean, largest, readings));
  }

  /** Returns the value that was judged, ppmv. */
  public double judgedPpmv() {
    return mean == null ? timeSeriesData.ppmv() : mean;
  }

  /** Tells whether it was judged after its turn was over. */
  public boolean isJudgedLate() {
    return judgedLate;
  }

  public String detectorId() {
    return detectorId;
  }

  public boolean isInteractiveFeedbackMode() {
    return interactiveFeedbackMode;
  }
}
