package leakdetection.detectors.amsr;

import java.util.Arrays;

/**
 * The 0.2 quantile of the readings of the last hours: the floor under the gas pulses.
 *
 * <p>Keeps the window's values sorted; a reading costs two searches and one move of memory.
 */
final class SlidingFloor {

  private static final double PROBABILITY = 0.2;

  /** Share of the readings that must be there. */
  private static final double FILLED = 0.4;

  private final int minutes;
  private final double fewest;

  /** Sorted values of the window, 0.001 ppmv. */
  private int[] sorted;

  private int count;

  /** Number of the oldest reading in the window. */
  private int oldest;

  SlidingFloor(int hours, Sampling sampling) {
    this.minutes = hours * 60;
    this.fewest = Math.max(2, FILLED * minutes / sampling.step());
    this.sorted = new int[sampling.readings(minutes) + 1];
  }

  /** Returns the floor, ppmv; NaN with too few readings in the window. */
  double floor() {
    if (count < fewest) {
      return Double.NaN;
    }
    double position = PROBABILITY * (count - 1);
    int lower = (int) position;
    double low = sorted[lower] / 1000.0;
    double high = sorted[lower + 1] / 1000.0;
    return low + (position - lower) * (high - low);
  }

  /**
   * Empties the window.
   *
   * @param next number of the reading that comes next
   */
  void clear(int next) {
    count = 0;
    oldest = next;
  }

  /**
   * Moves on by one reading.
   *
   * @param times minutes, the reading with number n at {@code n & mask}
   * @param values 0.001 ppmv, likewise
   * @param newest number of the reading to take in
   */
  void slide(int[] times, int[] values, int mask, int newest) {
    int begin = times[newest & mask] - minutes;
    int added = values[newest & mask];
    if (oldest < newest && times[oldest & mask] <= begin) {
      replace(values[oldest++ & mask], added);
      while (oldest < newest && times[oldest & mask] <= begin) {
        remove(values[oldest++ & mask]);
      }
    } else {
      add(added);
    }
  }

  /**
   * Fills the window anew.
   *
   * @param values 0.001 ppmv
   * @param from index of the oldest reading within the window
   * @param to index behind the newest
   */
  void fill(int[] values, int from, int to) {
    count = to - from;
    oldest = from;
    if (count > sorted.length) {
      sorted = new int[count + 4];
    }
    System.arraycopy(values, from, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
  }

  /** Returns the length of the window, minutes; a reading that old is outside. */
  int minutes() {
    return minutes;
  }

  /** Returns how many readings the window must hold for a floor. */
  double fewest() {
    return fewest;
  }

  /** Fills the window from the history's ring, as after a restore. */
  void refill(ReadingHistory history) {
    int newest = history.size() - 1;
    int from = newest;
    int last = Math.max(0, history.size() - ReadingHistory.RING);
    while (from > last && history.minute(from - 1) > history.minute(newest) - minutes) {
      from--;
    }
    clear(from);
    for (int number = from; number <= newest; number++) {
      add(history.milli(number));
    }
  }

  private void add(int value) {
    if (count == sorted.length) {
      sorted = Arrays.copyOf(sorted, count + count / 4 + 4);
    }
    int at = place(value);
    System.arraycopy(sorted, at, sorted, at + 1, count - at);
    sorted[at] = value;
    count++;
  }

  private void remove(int value) {
    int at = place(value);
    count--;
    System.arraycopy(sorted, at + 1, sorted, at, count - at);
  }

  /** Drops one value and takes in another: moves only what lies between them. */
  private void replace(int dropped, int added) {
    // Both searches at once, so that neither waits for the other's memory.
    int from = 0;
    int to = 0;
    for (int length = count; length > 1; length -= length >>> 1) {
      int half = length >>> 1;
      from += below(sorted[from + half - 1], dropped) & half;
      to += below(sorted[to + half - 1], added) & half;
    }
    from -= below(sorted[from], dropped);
    to -= below(sorted[to], added);
    if (from < to) {
      System.arraycopy(sorted, from + 1, sorted, from, to - from - 1);
      sorted[to - 1] = added;
    } else {
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
      sorted[to] = added;
    }
  }

  /** Returns the index of the first value that is not smaller. */
  private int place(int value) {
    if (count == 0) {
      return 0;
    }
    int low = 0;
    for (int length = count; length > 1; length -= length >>> 1) {
      int half = length >>> 1;
      low += below(sorted[low + half - 1], value) & half;
    }
    return low - below(sorted[low], value);
  }

  /**
   * Returns -1 (all bits) if a is less than b, else 0: arithmetic, because a branch here would be
   * mispredicted half of the time. The values are far from overflowing.
   */
  private static int below(int a, int b) {
    return a - b >> 31;
  }
}
