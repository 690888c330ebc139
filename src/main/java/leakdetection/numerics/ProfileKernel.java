package leakdetection.numerics;

/**
 * The innermost loops of the matrix profile.
 *
 * <p>All arrays are read and written at one and the same index: only then does the JIT compiler of
 * Java 17 use vector instructions, because it cannot prove that differently shifted slices do not
 * overlap. Callers move their sums by one instead, which costs far less.
 */
final class ProfileKernel {

  private ProfileKernel() {}

  /**
   * Adds the pair that came and subtracts the pair that left, for the windows [from, to).
   *
   * @param sums squared distances, changed in place
   * @param in the value that each window gained
   * @param out the value that each window lost
   * @param added the value that the newest window gained
   * @param dropped the value that it lost
   */
  static void advance(
      double[] sums, double[] in, double[] out, int from, int to, double added, double dropped) {
    for (int j = from; j < to; j++) {
      double x = in[j] - added;
      double y = out[j] - dropped;
      sums[j] += x * x - y * y;
    }
  }

  /**
   * Returns the first index of [from, to) whose sum is at most the limit; {@code to} if none is.
   */
  static int next(double[] sums, int from, int to, double limit) {
    int j = from;
    while (j < to && !(sums[j] <= limit)) {
      j++;
    }
    return j;
  }

  /**
   * Keeps the nearest row of every window and returns the row's own nearest window.
   *
   * @param sums squared distances of window j + 1 to the row's window at [from, to)
   * @param best smallest sum of every window, changed in place
   * @param nearest the row it belongs to, changed in place
   * @return the index of the smallest of the sums, -1 if all are NaN or infinite
   */
  static int collect(double[] sums, double[] best, int[] nearest, int from, int to, int row) {
    double smallest = Double.POSITIVE_INFINITY;
    int at = -1;
    for (int j = from; j < to; j++) {
      double sum = sums[j];
      if (sum < best[j + 1]) {
        best[j + 1] = sum;
        nearest[j + 1] = row;
      }
      if (sum < smallest) {
        smallest = sum;
        at = j;
      }
    }
    return at;
  }
}
