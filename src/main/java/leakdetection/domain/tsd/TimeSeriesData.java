package leakdetection.domain.tsd;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One stored reading of a sensor; there is at most one for each instant. */
@Entity
@Table(name = "time_series_data")
public class TimeSeriesData {

  @Id private Long id;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Column(nullable = false)
  private Instant timestamp;

  // Null in the table stands for NaN, which SQLite cannot hold.
  private Double ppmv;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Quality quality;

  protected TimeSeriesData() {}

  /**
   * @param id unique among all readings
   * @param ppmv the raw value; any double
   */
  public TimeSeriesData(long id, long sensorId, Instant timestamp, double ppmv, Quality quality) {
    this.id = id;
    this.sensorId = sensorId;
    this.timestamp = timestamp;
    this.ppmv = Double.isNaN(ppmv) ? null : Double.valueOf(ppmv);
    this.quality = quality;
  }

  public long id() {
    return id;
  }

  public long sensorId() {
    return sensorId;
  }

  public Instant timestamp() {
    return timestamp;
  }

  /** Returns the raw value, ppmv; NaN where the source gave none. */
  public double ppmv() {
    return ppmv == null ? Double.NaN : ppmv;
  }

  public Quality quality() {
    return quality;
  }

  /** Tells whether a detector may see this reading. */
  public boolean isJudged() {
    return quality.isJudged();
  }
}
