package leakdetection.numerics;

import java.util.Arrays;

/**
 * The level that a series exceeds once in a given number of values: peaks over the 0.98 quantile,
 * declustered, with a generalised Pareto distribution by probability-weighted moments.
 *
 * <p>Source: J. R. M. Hosking and J. R. Wallis, Parameter and Quantile Estimation for the
 * Generalized Pareto Distribution, Technometrics 29 (1987).
 *
 * @param period number of values in which the level is exceeded once, for example a year's
 * @param gap exceedances with more than this many values between them belong to different clusters
 */
public record ReturnLevel(double period, double gap) {

  private static final double PROBABILITY = 0.98;

  /** The quantile is narrowed down by a sample: the largest values are all that matters. */
  private static final int SAMPLE_STRIDE = 11;

  private static final int SMALLEST_SAMPLE = 100;
  private static final double SAMPLE_PROBABILITY = 0.96;
  private static final int FEWEST_EXCEEDANCES = 5;
  private static final int FEWEST_CLUSTERS = 4;

  /**
   * Returns the level of a series.
   *
   * @param values in order of time, no NaN
   * @param count how many of them count, at least 1
   */
  public double of(double[] values, int count) {
    int needed = needed(count);
    double guess = guess(values, count);
    double[] largest = new double[Math.min(count, 4 * needed)];
    int[] positions = new int[largest.length];
    int found = above(guess, values, count, positions, largest);
    if (found < needed) {
      largest = new double[count];
      positions = new int[count];
      found = above(Double.NEGATIVE_INFINITY, values, count, positions, largest);
    }
    return ofLargest(Arrays.copyOf(positions, found), Arrays.copyOf(largest, found), count);
  }

  /** Returns how many of the largest of {@code count} values are needed to know the level. */
  public static int needed(int count) {
    return count - (int) (PROBABILITY * (count - 1));
  }

  /** Estimates a value that somewhat more than the needed ones exceed, from a sample. */
  private static double guess(double[] values, int count) {
    int size = count / SAMPLE_STRIDE;
    if (size < SMALLEST_SAMPLE) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] sample = new double[size];
    for (int i = 0; i < size; i++) {
      sample[i] = values[i * SAMPLE_STRIDE];
    }
    return Quantiles.quantile(sample, size, SAMPLE_PROBABILITY);
  }

  /**
   * Collects the values at or above a limit; returns -1 if they are more than there is room for.
   */
  private static int above(
      double limit, double[] values, int count, int[] positions, double[] largest) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] >= limit) {
        if (found == largest.length) {
          return -1;
        }
        positions[found] = i;
        largest[found++] = values[i];
      }
    }
    return found;
  }

  /**
   * Returns the level of a series of which only the largest values are known.
   *
   * @param positions where in the series they stand, ascending
   * @param largest the largest values of the series, at least 2 % of it and one more, in order of
   *     time [positions.length]
   * @param count number of values in the series
   */
  public double ofLargest(int[] positions, double[] largest, int count) {
    double threshold = quantileFromLargest(largest.clone(), count);
    double[] above = new double[largest.length];
    int[] places = new int[largest.length];
    int exceedances = 0;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < largest.length; i++) {
      if (largest[i] > threshold) {
        places[exceedances] = positions[i];
        above[exceedances++] = largest[i];
      }
      top = Math.max(top, largest[i]);
    }
    return level(threshold, places, above, exceedances, count, top);
  }

  private static double quantileFromLargest(double[] largest, int count) {
    double position = PROBABILITY * (count - 1);
    int missing = count - largest.length;
    int lower = Math.max(0, (int) position - missing);
    double low = Quantiles.select(largest, largest.length, lower);
    double high = low;
    if (lower + 1 < largest.length) {
      high = Quantiles.select(largest, largest.length, lower + 1);
    }
    return low + (high - low) * (position - (int) position);
  }

  private double level(
      double threshold, int[] positions, double[] above, int exceedances, int count, double top) {
    double[] peaks = new double[exceedances];
    int clusters = 0;
    for (int i = 0; i < exceedances; i++) {
      double excess = above[i] - threshold;
      if (i == 0 || positions[i] - positions[i - 1] > gap) {
        peaks[clusters++] = excess;
      } else {
        peaks[clusters - 1] = Math.max(peaks[clusters - 1], excess);
      }
    }
    if (exceedances < FEWEST_EXCEEDANCES || clusters < FEWEST_CLUSTERS) {
      return 1.1 * top;
    }
    return threshold + excess(Arrays.copyOf(peaks, clusters), count);
  }

  private double excess(double[] peaks, int count) {
    int n = peaks.length;
    Arrays.sort(peaks);
    double b0 = 0;
    double b1 = 0;
    for (int i = 0; i < n; i++) {
      b0 += peaks[i] / n;
      b1 += peaks[i] * (n - 1 - i) / ((double) n * (n - 1));
    }
    double shape = Math.max(-0.3, Math.min(0.4, 2 - b0 / (b0 - 2 * b1)));
    double scale = b0 * (1 - shape);
    double expected = Math.max(1.01, period * n / count);
    return Math.abs(shape) < 1e-3
        ? scale * Math.log(expected)
        : scale / shape * (Math.pow(expected, shape) - 1);
  }
}
