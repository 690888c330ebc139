package leakdetection.numerics;

import java.util.Arrays;
import java.util.stream.IntStream;

/*
 * Longer than most files: the tiles, their exact restarts and the final exact sums make one
 * algorithm.
 */

/**
 * The matrix profile of a whole series: how far every window is from its nearest other window, with
 * Euclidean distances that are not normalised (AAMP).
 *
 * <p>Rows of the distance matrix are advanced by the same recurrence as in {@link ProfileStream},
 * in chunks of {@value #CHUNK} rows that each begin with direct sums. Readings far above the rest
 * (sentinels, spikes) would leave their rounding errors behind when they leave a window; there the
 * sums are made anew. The distances returned are direct sums of the nearest pairs, so they carry no
 * drift.
 *
 * @param distances profile distance of each window [n - m + 1]; infinite where the window holds a
 *     reading that is not finite, or no window may be compared with it
 * @param nearest index of the nearest window [n - m + 1], -1 where there is none
 */
public record MatrixProfile(double[] distances, int[] nearest) {

  private static final int CHUNK = 1024;
  private static final int BLOCK = 512;

  /** Magnitudes above this many times the 0.95 quantile are spikes. */
  private static final double SPIKE = 1000;

  /**
   * Returns the profile of a series, computed by the calling thread.
   *
   * @see #of(WindowedSeries, int, int)
   */
  public static MatrixProfile of(WindowedSeries series, int exclusionZone) {
    return of(series, exclusionZone, 1);
  }

  /**
   * Returns the profile of a series. O(n^2), about 1 ns per pair of windows.
   *
   * @param exclusionZone windows this near to each other (in readings, inclusive) are not compared
   * @param workers tasks run at the same time in the common pool, at least 1; the result does not
   *     depend on it
   */
  public static MatrixProfile of(WindowedSeries series, int exclusionZone, int workers) {
    double spike = spikeLimit(series.values());
    MatrixProfile profile =
        IntStream.range(0, workers)
            .parallel()
            .mapToObj(worker -> new Tiles(series, exclusionZone, spike).sweep(worker, workers))
            .reduce(MatrixProfile::merge)
            .orElseThrow(() -> new IllegalArgumentException("There must be at least 1 worker."));
    profile.sumExactly(series, exclusionZone, spike);
    return profile;
  }

  /** Returns the length of the series' discord: the largest finite distance, NaN if none is. */
  public double largestFinite() {
    double largest = Double.NaN;
    for (double distance : distances) {
      if (Double.isFinite(distance) && !(distance <= largest)) {
        largest = distance;
      }
    }
    return largest;
  }

  private static double spikeLimit(double[] values) {
    double[] magnitudes = Arrays.stream(values).map(Math::abs).sorted().toArray();
    return SPIKE * magnitudes[(int) (0.95 * (magnitudes.length - 1))];
  }

  /** Keeps the nearer of each window's two; the one with the smaller index when they are equal. */
  private static MatrixProfile merge(MatrixProfile a, MatrixProfile b) {
    for (int i = 0; i < a.distances.length; i++) {
      if (b.distances[i] < a.distances[i]
          || (b.distances[i] == a.distances[i] && b.nearest[i] < a.nearest[i])) {
        a.distances[i] = b.distances[i];
        a.nearest[i] = b.nearest[i];
      }
    }
    return a;
  }

  private void sumExactly(WindowedSeries series, int zone, double spike) {
    double[] values = series.values();
    double drift = 1e-13 * series.window() * spike / SPIKE * spike / SPIKE;
    for (int i = 0; i < distances.length; i++) {
      if (nearest[i] >= 0) {
        double sum = Distances.squared(values, i, values, nearest[i], series.window());
        if (sum > 0 && sum <= drift) {
          sum = searchExactly(series, zone, i, sum);
        }
        distances[i] = Math.sqrt(sum);
      }
    }
  }

  /** Looks through all windows: among almost equal ones the recurrence may have missed the best. */
  private double searchExactly(WindowedSeries series, int zone, int index, double found) {
    double[] values = series.values();
    double smallest = found;
    for (int i = 0; i < distances.length && smallest > 0; i++) {
      if (Math.abs(i - index) > zone && series.isComparable(i)) {
        double start = Math.abs(values[i] - values[index]);
        if (start * start < smallest) {
          double sum = Distances.squared(values, i, values, index, series.window());
          if (sum < smallest) {
            smallest = sum;
            nearest[index] = i;
          }
        }
      }
    }
    return smallest;
  }

  /** One worker's share of the rows, with its own profile. */
  private static final class Tiles {

    private final WindowedSeries series;
    private final double[] values;
    private final int window;
    private final int zone;
    private final double spike;
    private final int[] spikes;

    /** Squared distances of the windows 1.. to the row's window; window 0 apart. */
    private final double[] sums;

    private double firstSum;
    private final double[] best;
    private final int[] nearest;

    Tiles(WindowedSeries series, int zone, double spike) {
      this.series = series;
      this.values = series.values();
      this.window = series.window();
      this.zone = zone;
      this.spike = spike;
      this.sums = new double[series.windows() - 1];
      this.best = new double[series.windows()];
      this.nearest = new int[series.windows()];
      this.spikes = IntStream.range(0, sums.length).filter(this::isSpike).toArray();
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      Arrays.fill(nearest, -1);
    }

    private boolean isSpike(int index) {
      return Math.abs(values[index]) > spike;
    }

    MatrixProfile sweep(int worker, int workers) {
      int rows = series.windows();
      int stride = workers * CHUNK;
      for (int first = worker * CHUNK; first < rows; first += stride) {
        sweepChunk(Math.max(first, zone + 1), Math.min(rows, first + CHUNK));
      }
      return new MatrixProfile(best, nearest);
    }

    private void sweepChunk(int from, int to) {
      for (int row = from; row < to; row++) {
        if (row == from || isSpike(row - 1)) {
          sum(row);
        } else {
          advance(row);
        }
        if (series.isComparable(row)) {
          collect(row);
        }
      }
    }

    private void sum(int row) {
      for (int j = 0; j < row - zone - 1; j++) {
        sums[j] = Distances.squared(values, j + 1, values, row, window);
      }
      firstSum = Distances.squared(values, 0, values, row, window);
    }

    private void advance(int row) {
      double added = values[row + window - 1];
      double dropped = values[row - 1];
      int windows = row - zone - 1;
      for (int from = (windows - 1) / BLOCK * BLOCK; from >= 0 && windows > 0; from -= BLOCK) {
        int to = Math.min(windows, from + BLOCK);
        if (from > 0) {
          System.arraycopy(sums, from - 1, sums, from, to - from);
        } else {
          System.arraycopy(sums, 0, sums, 1, to - 1);
          sums[0] = firstSum;
        }
        ProfileKernel.advance(sums, series.ahead(), values, from, to, added, dropped);
      }
      for (int j : spikes) {
        if (j < windows) {
          sums[j] = Distances.squared(values, j + 1, values, row, window);
        }
      }
      firstSum = Distances.squared(values, 0, values, row, window);
    }

    private void collect(int row) {
      if (series.isComparable(0)) {
        offer(0, row, firstSum);
        offer(row, 0, firstSum);
      }
      for (WindowedSeries.Run run : series.comparable()) {
        int from = Math.max(0, run.from() - 1);
        int to = Math.min(row - zone - 1, run.to() - 1);
        int at = from < to ? ProfileKernel.collect(sums, best, nearest, from, to, row) : -1;
        if (at >= 0) {
          offer(row, at + 1, sums[at]);
        }
      }
    }

    private void offer(int index, int other, double sum) {
      if (sum < best[index]) {
        best[index] = sum;
        nearest[index] = other;
      }
    }
  }
}
