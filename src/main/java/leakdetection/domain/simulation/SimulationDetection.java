package leakdetection.domain.simulation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a leak at one candidate point would have brought to one sensor in a window. */
@Entity
@Table(name = "simulation_detections")
public class SimulationDetection {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "estimation_id", nullable = false)
  private long estimationId;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Column(nullable = false)
  private String leak;

  @Column(nullable = false)
  private double rate;

  @Column(name = "begins_at", nullable = false)
  private Instant from;

  @Column(name = "interval_seconds", nullable = false)
  private long intervalSeconds;

  @Column(nullable = false)
  private String ppmv;

  protected SimulationDetection() {}

  /**
   * @param estimationId the estimation that it was simulated for
   * @param from time of the first value
   * @param curve what it brings
   */
  public SimulationDetection(
      long estimationId, long sensorId, Instant from, Duration interval, Curve curve) {
    this.estimationId = estimationId;
    this.sensorId = sensorId;
    this.from = from;
    this.intervalSeconds = interval.toSeconds();
    this.leak = curve.leak().name();
    this.rate = curve.leak().rate();
    // Hundredths of a ppmv are finer than any sensor.
    this.ppmv =
        Arrays.stream(curve.ppmv())
            .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
            .collect(Collectors.joining(","));
  }

  /**
   * A simulated reading over time.
   *
   * @param leak at the rate that it was simulated with
   * @param ppmv above the sensor's background, equally spaced
   */
  public record Curve(Leak leak, double[] ppmv) {}

  public Long id() {
    return id;
  }

  public long estimationId() {
    return estimationId;
  }

  public long sensorId() {
    return sensorId;
  }

  /** Returns the candidate's name. */
  public String leak() {
    return leak;
  }

  /** Returns the rate that it was simulated with, kg/s. */
  public double rate() {
    return rate;
  }

  /** Returns the time of the first value. */
  public Instant from() {
    return from;
  }

  public Duration interval() {
    return Duration.ofSeconds(intervalSeconds);
  }

  /** Returns what it brings, ppmv above the sensor's background, equally spaced. */
  public double[] ppmv() {
    return Arrays.stream(ppmv.split(",")).mapToDouble(Double::parseDouble).toArray();
  }
}
