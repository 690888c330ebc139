package leakdetection.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series cut into overlapping windows of one length, with the windows that may be compared.
 *
 * <p>A window that holds a NaN or an infinity is not comparable: its distance to any other is
 * infinite. Immutable and thread-safe; the array is shared unless it holds such values, in which
 * case a copy is made in which they are 0, so that sums over it stay finite. Besides it holds one
 * shifted copy for the kernels.
 */
public final class WindowedSeries {

  /**
   * Windows that follow each other.
   *
   * @param from index of the first window, inclusive
   * @param to index behind the last window, exclusive
   */
  record Run(int from, int to) {}

  private final double[] values;
  private final int window;
  private final List<Run> comparable;
  private final double largest;
  private final int lastNotFinite;
  private final double[] ahead;
  private final double[] lastWindow;

  private WindowedSeries(
      double[] values, int window, List<Run> comparable, double largest, int lastNotFinite) {
    this.values = values;
    this.window = window;
    this.comparable = comparable;
    this.largest = largest;
    this.lastNotFinite = lastNotFinite;
    this.ahead = Arrays.copyOfRange(values, window, values.length);
    this.lastWindow = Arrays.copyOfRange(values, values.length - window, values.length);
  }

  /**
   * Cuts a series into windows.
   *
   * @param series readings [n]; NaN and infinities allowed; must not be written to afterwards
   * @param window readings per window, from 2 to n
   * @throws IllegalArgumentException if the window does not fit
   */
  public static WindowedSeries of(double[] series, int window) {
    if (window < 2 || window > series.length) {
      throw new IllegalArgumentException(
          "The window (%d readings) must have at least 2 readings and at most the %d of the series."
              .formatted(window, series.length));
    }
    double largest = 0;
    int lastNotFinite = -1;
    for (int i = 0; i < series.length; i++) {
      if (Double.isFinite(series[i])) {
        largest = Math.max(largest, Math.abs(series[i]));
      } else {
        lastNotFinite = i;
      }
    }
    double[] values = lastNotFinite < 0 ? series : zeroed(series);
    return new WindowedSeries(values, window, runs(series, window), largest, lastNotFinite);
  }

  private static double[] zeroed(double[] series) {
    double[] copy = series.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        copy[i] = 0;
      }
    }
    return copy;
  }

  private static List<Run> runs(double[] series, int window) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= series.length; i++) {
      if (i == series.length || !Double.isFinite(series[i])) {
        if (i - start >= window) {
          runs.add(new Run(start, i - window + 1));
        }
        start = i + 1;
      }
    }
    return List.copyOf(runs);
  }

  /** Returns the readings [n], 0 where they are not finite; not to be written to. */
  double[] values() {
    return values;
  }

  /** Returns the number of readings, n. */
  public int length() {
    return values.length;
  }

  /** Returns the number of readings per window, m. */
  public int window() {
    return window;
  }

  /** Returns the number of windows, n - m + 1. */
  public int windows() {
    return values.length - window + 1;
  }

  /** Tells whether the window holds finite readings only. */
  public boolean isComparable(int index) {
    for (Run run : comparable) {
      if (index < run.to()) {
        return index >= run.from();
      }
    }
    return false;
  }

  /** Returns the largest finite magnitude of the readings, 0 when there is none. */
  double largest() {
    return largest;
  }

  /** Returns the index of the last reading that is not finite, -1 when there is none. */
  int lastNotFinite() {
    return lastNotFinite;
  }

  /** Tells whether every window is comparable. */
  boolean isWhole() {
    return lastNotFinite < 0;
  }

  /** Returns the readings from the m-th on [n - m], so that kernels need no shifted index. */
  double[] ahead() {
    return ahead;
  }

  /** Returns the last window [m]. */
  double[] lastWindow() {
    return lastWindow;
  }

  /** Returns the runs of comparable windows, ascending. */
  List<Run> comparable() {
    return comparable;
  }
}
