package leakdetection.numerics;

import java.util.Arrays;

/**
 * Dynamic time warping: how alike two series are when their time may be stretched.
 *
 * <p>Exact, by dynamic programming over all alignments: O(n m) time and O(n m) bits of memory for
 * the path. See H. Sakoe and S. Chiba, "Dynamic programming algorithm optimization for spoken word
 * recognition", IEEE Transactions on Acoustics, Speech and Signal Processing 26 (1978).
 *
 * @param distance sum of |x_i - y_j| along the best path
 * @param pathLength number of pairs on that path, between max(n, m) and n + m - 1; of several best
 *     paths the one that goes diagonally where it can
 */
public record TimeWarping(double distance, int pathLength) {

  private static final byte DIAGONAL = 0;
  private static final byte DOWN = 1;
  private static final byte RIGHT = 2;

  /**
   * Aligns two series.
   *
   * @param x [n], at least one value, finite
   * @param y [m], at least one value, finite; in the same unit
   * @throws IllegalArgumentException if a series is empty or holds NaN
   */
  public static TimeWarping of(double[] x, double[] y) {
    requireFinite(x);
    requireFinite(y);
    byte[][] came = new byte[x.length][y.length];
    double[] cost = new double[y.length];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      double diagonal = i == 0 ? 0 : Double.POSITIVE_INFINITY;
      double left = Double.POSITIVE_INFINITY;
      for (int j = 0; j < y.length; j++) {
        double above = cost[j];
        byte from = DIAGONAL;
        double best = diagonal;
        if (above < best) {
          best = above;
          from = DOWN;
        }
        if (left < best) {
          best = left;
          from = RIGHT;
        }
        came[i][j] = from;
        left = best + Math.abs(x[i] - y[j]);
        cost[j] = left;
        diagonal = above;
      }
    }
    return new TimeWarping(cost[y.length - 1], pathLength(came));
  }

  private static int pathLength(byte[][] came) {
    int i = came.length - 1;
    int j = came[0].length - 1;
    int length = 1;
    while (i > 0 || j > 0) {
      byte from = came[i][j];
      i -= from == RIGHT ? 0 : 1;
      j -= from == DOWN ? 0 : 1;
      length++;
    }
    return length;
  }

  private static void requireFinite(double[] series) {
    if (series.length == 0 || !Arrays.stream(series).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Time warping needs finite values, at least one; the series has %d values, %d of them finite."
              .formatted(series.length, Arrays.stream(series).filter(Double::isFinite).count()));
    }
  }

  /** Returns the distance per pair of the path, in the unit of the series. */
  public double meanDistance() {
    return distance / pathLength;
  }
}
