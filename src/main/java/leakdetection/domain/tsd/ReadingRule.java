package leakdetection.domain.tsd;

/** What can be set for the readings of a sensor, each a number with its unit in its name. */
public enum ReadingRule {
  /** Readings that come faster are judged as the mean of each interval of this length, s. */
  DETECTION_INTERVAL("detectionIntervalSeconds", 600, 1, 86_400),
  /** How far readings are apart, s; without a value it is measured. */
  SAMPLING_INTERVAL("samplingIntervalSeconds", Double.NaN, 0.001, 604_800),
  /** After so many sampling intervals without a reading the sensor is silent. */
  SILENT_INTERVALS("silentIntervals", 3, 1, 10_000),
  /** The smallest value that the sensor can measure, ppmv. */
  LOWEST("lowestPpmv", -Quality.LARGEST_PPMV, -1e9, 1e9),
  /** The largest value that the sensor can measure, ppmv. */
  HIGHEST("highestPpmv", Quality.LARGEST_PPMV, -1e9, 1e9),
  /** The value by which the plant says that there is none, ppmv; beside all from 1e12 on. */
  SENTINEL("sentinelPpmv", Double.NaN, -1e15, 1e15),
  /** The same value for so long means that the sensor is stuck, s; 0 never. */
  STUCK_AFTER("stuckAfterSeconds", 10_800, 0, 31_536_000),
  /** A single reading so far above or below both its neighbours is a spike, ppmv; 0 never. */
  SPIKE("spikePpmv", 100, 0, 1e9),
  /** A reading that comes so long after a newer one is late, not only out of order, s. */
  LATE_AFTER("lateAfterSeconds", 600, 0, 31_536_000),
  /** A pushed reading so far ahead of the server's clock has a wrong time, s. */
  CLOCK_SKEW("clockSkewSeconds", 300, 0, 31_536_000);

  private final String label;
  private final double standard;
  private final double least;
  private final double most;

  ReadingRule(String label, double standard, double least, double most) {
    this.label = label;
    this.standard = standard;
    this.least = least;
    this.most = most;
  }

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return label;
  }

  /** Returns the value that holds while nobody set one; NaN for none. */
  public double standard() {
    return standard;
  }

  public double least() {
    return least;
  }

  public double most() {
    return most;
  }
}
