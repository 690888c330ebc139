package leakdetection.numerics;

/**
 * The rising step function nearest to given values, by pooling adjacent violators.
 *
 * <p>Source: M. Ayer et al., An empirical distribution function for sampling with incomplete
 * information, Ann. Math. Stat. 26 (1955).
 */
public final class IsotonicRegression {

  private IsotonicRegression() {}

  /**
   * Returns the values nearest to the given ones, by weighted squares, that never fall.
   *
   * @param values [n], finite
   * @param weights [n], positive
   * @return [n], non-decreasing; empty for none
   * @throws IllegalArgumentException if there is not one weight per value
   */
  public static double[] rising(double[] values, double[] weights) {
    if (values.length != weights.length) {
      throw new IllegalArgumentException(
          "There must be one weight per value, not %d for %d."
              .formatted(weights.length, values.length));
    }
    double[] mean = new double[values.length];
    double[] weight = new double[values.length];
    int[] size = new int[values.length];
    int blocks = 0;
    for (int i = 0; i < values.length; i++) {
      mean[blocks] = values[i];
      weight[blocks] = weights[i];
      size[blocks] = 1;
      while (blocks > 0 && mean[blocks - 1] > mean[blocks]) {
        double total = weight[blocks - 1] + weight[blocks];
        mean[blocks - 1] =
            (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / total;
        weight[blocks - 1] = total;
        size[blocks - 1] += size[blocks];
        blocks--;
      }
      blocks++;
    }
    return spread(mean, size, blocks, values.length);
  }

  private static double[] spread(double[] mean, int[] size, int blocks, int length) {
    double[] result = new double[length];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < size[block]; i++) {
        result[at++] = mean[block];
      }
    }
    return result;
  }
}
