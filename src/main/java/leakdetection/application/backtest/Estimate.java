package leakdetection.application.backtest;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure; null when there is none, for example the delay when nothing was found
 * @param lower where the interval begins; null when it has no lower end
 * @param upper where it ends; null when it has no upper end
 */
public record Estimate(Double value, Double lower, Double upper) {

  /** Returns an estimate in which NaN and infinities stand for "none". */
  static Estimate of(double value, double lower, double upper) {
    return new Estimate(finite(value), finite(lower), finite(upper));
  }

  /** Returns an estimate with the given {@code [lower, upper]}. */
  static Estimate of(double value, double[] interval) {
    return of(value, interval[0], interval[1]);
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
