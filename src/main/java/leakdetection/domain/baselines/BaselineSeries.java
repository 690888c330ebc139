package leakdetection.domain.baselines;

import java.time.Duration;
import java.util.Arrays;

/**
 * The readings of a baseline.
 *
 * @param ppmv [n], ppmv, oldest first; NaN where two recordings were joined
 * @param interval time between two readings, whole seconds, positive
 */
public record BaselineSeries(double[] ppmv, Duration interval) {

  /** How long a baseline may grow: 455 days at 10 minutes. */
  public static final int MAX_LENGTH = 65_536;

  /**
   * @throws IllegalArgumentException if there are no readings or the interval is not positive
   */
  public BaselineSeries {
    if (ppmv.length == 0) {
      throw new IllegalArgumentException("A baseline needs readings.");
    }
    if (interval.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "The sampling interval (%s) of a baseline must be at least a second."
              .formatted(interval));
    }
  }

  /**
   * Returns this series with another one behind it, NaN between them so that no window spans the
   * junction. What is beyond {@value #MAX_LENGTH} readings is cut off at the old end.
   *
   * @param more [k], ppmv
   */
  public BaselineSeries followedBy(double[] more) {
    double[] joined = Arrays.copyOf(ppmv, ppmv.length + 1 + more.length);
    joined[ppmv.length] = Double.NaN;
    System.arraycopy(more, 0, joined, ppmv.length + 1, more.length);
    int from = Math.max(0, joined.length - MAX_LENGTH);
    return new BaselineSeries(Arrays.copyOfRange(joined, from, joined.length), interval);
  }

  /** Returns the mean of the readings that are there, ppmv. */
  public double mean() {
    return Arrays.stream(ppmv).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** Returns the population variance of the readings that are there, ppmv squared. */
  public double variance() {
    double mean = mean();
    return Arrays.stream(ppmv)
        .filter(Double::isFinite)
        .map(value -> (value - mean) * (value - mean))
        .average()
        .orElse(Double.NaN);
  }
}
