package leakdetection.detectors.amsr;

import java.util.List;
import leakdetection.spi.Interval;

/**
 * The stretches that operators confirmed as normal: always learned from, whatever their score.
 * Immutable.
 */
final class ConfirmedNormal {

  private final int[] begins;
  private final int[] ends;

  ConfirmedNormal(List<Interval> intervals) {
    begins = intervals.stream().mapToInt(i -> Minutes.of(i.from())).toArray();
    ends = intervals.stream().mapToInt(i -> Minutes.of(i.to())).toArray();
  }

  boolean isEmpty() {
    return begins.length == 0;
  }

  boolean contains(int minute) {
    for (int i = 0; i < begins.length; i++) {
      if (minute >= begins[i] && minute < ends[i]) {
        return true;
      }
    }
    return false;
  }
}
