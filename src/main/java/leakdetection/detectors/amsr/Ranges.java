package leakdetection.detectors.amsr;

import java.util.Arrays;

/** Ranges of whole numbers, ascending and apart: what must not be learned from. */
final class Ranges {

  /** Begin (inclusive) and end (exclusive) by turns. */
  private int[] bounds = {};

  /** Adds a range that ends no earlier than those before; overlapping ones become one. */
  void add(int from, int to) {
    int begin = from;
    int end = to;
    int kept = bounds.length;
    while (kept > 0 && bounds[kept - 1] >= begin) {
      begin = Math.min(begin, bounds[kept - 2]);
      end = Math.max(end, bounds[kept - 1]);
      kept -= 2;
    }
    bounds = Arrays.copyOf(bounds, kept + 2);
    bounds[kept] = begin;
    bounds[kept + 1] = end;
  }

  /** Tells whether a range holds the value. */
  boolean contains(int value) {
    // Most questions are about recent values.
    for (int i = bounds.length - 2; i >= 0; i -= 2) {
      if (value >= bounds[i]) {
        return value < bounds[i + 1];
      }
    }
    return false;
  }

  /** Forgets the ranges that end at or before the value. */
  void forgetBefore(int value) {
    int first = 0;
    while (first < bounds.length && bounds[first + 1] <= value) {
      first += 2;
    }
    if (first > 0) {
      bounds = Arrays.copyOfRange(bounds, first, bounds.length);
    }
  }

  int[] bounds() {
    return bounds.clone();
  }

  void restore(int[] saved) {
    bounds = saved.clone();
  }
}
