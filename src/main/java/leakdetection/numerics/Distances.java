package leakdetection.numerics;

/** Distances between two stretches of equal length, not normalised. */
public final class Distances {

  private Distances() {}

  /**
   * Returns the squared Euclidean distance of two stretches.
   *
   * <p>The order of summation is fixed, so equal stretches give equal results bit for bit wherever
   * they lie.
   *
   * @param a holds the first stretch at {@code [fromA, fromA + length)}
   * @param b holds the second stretch at {@code [fromB, fromB + length)}
   * @return the sum of squared differences, at least 0; NaN if a value is NaN
   */
  public static double squared(double[] a, int fromA, double[] b, int fromB, int length) {
    // Four sums that do not wait for one another.
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      double d0 = a[fromA + i] - b[fromB + i];
      double d1 = a[fromA + i + 1] - b[fromB + i + 1];
      double d2 = a[fromA + i + 2] - b[fromB + i + 2];
      double d3 = a[fromA + i + 3] - b[fromB + i + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; i < length; i++) {
      double d = a[fromA + i] - b[fromB + i];
      s0 += d * d;
    }
    return (s0 + s1) + (s2 + s3);
  }
}
