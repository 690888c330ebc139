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
