package leakdetection.numerics;

/**
 * The best agreement of two equally long series when one is shifted a little.
 *
 * <p>At lag l: {@code sum_i x_(i+l) y_i / (sqrt(sum x^2 sum y^2) (1 + penalty |l|))}; no mean is
 * subtracted. Direct sums, O(n lags).
 *
 * @param value largest penalised correlation, -1 to 1; 0 when a series is all zero
 * @param lag where it is: positive when x is later than y
 */
public record CrossCorrelation(double value, int lag) {

  /**
   * Finds the best lag.
   *
   * @param x [n]; NaN counts as 0, so that a missing value takes no part
   * @param y [n]
   * @param maxLag largest shift to either side, samples
   * @param penalty of a shift by one sample, not negative
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public static CrossCorrelation of(double[] x, double[] y, int maxLag, double penalty) {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "Cross correlation needs equally long series, not %d and %d values."
              .formatted(x.length, y.length));
    }
    double norm = Math.sqrt(sumOfProducts(x, x, 0) * sumOfProducts(y, y, 0));
    if (!(norm > 0)) {
      return new CrossCorrelation(0, 0);
    }
    int reach = Math.min(maxLag, x.length - 1);
    double best = Double.NEGATIVE_INFINITY;
    int bestLag = 0;
    for (int lag = -reach; lag <= reach; lag++) {
      double value = sumOfProducts(x, y, lag) / norm / (1 + penalty * Math.abs(lag));
      if (value > best) {
        best = value;
        bestLag = lag;
      }
    }
    return new CrossCorrelation(best, bestLag);
  }

  private static double sumOfProducts(double[] x, double[] y, int lag) {
    double sum = 0;
    for (int i = Math.max(0, -lag); i < Math.min(y.length, x.length - lag); i++) {
      double product = x[i + lag] * y[i];
      sum += Double.isNaN(product) ? 0 : product;
    }
    return sum;
  }
}
