package leakdetection.numerics;

/** Sums of quantities whose logarithms are known and whose values would overflow. */
public final class LogSpace {

  private LogSpace() {}

  /**
   * Returns the logarithm of the sum of exponentials.
   *
   * @param logarithms any, -infinity stands for 0
   * @return -infinity for none; NaN if one is NaN
   */
  public static double sum(double... logarithms) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : logarithms) {
      if (Double.isNaN(value)) {
        return Double.NaN;
      }
      largest = Math.max(largest, value);
    }
    if (Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double value : logarithms) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  /** Returns the logarithm of the mean of exponentials; -infinity for none. */
  public static double mean(double... logarithms) {
    return sum(logarithms) - (logarithms.length == 0 ? 0 : Math.log(logarithms.length));
  }

  /**
   * Returns the shares of the exponentials in their sum; they add up to 1. All equal when every
   * logarithm is -infinity.
   */
  public static double[] shares(double... logarithms) {
    double total = sum(logarithms);
    double[] shares = new double[logarithms.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Double.isInfinite(total) ? 1.0 / shares.length : Math.exp(logarithms[i] - total);
    }
    return shares;
  }
}
