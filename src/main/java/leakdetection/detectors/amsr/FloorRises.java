package leakdetection.detectors.amsr;

import java.util.Arrays;
import leakdetection.numerics.Quantiles;
import leakdetection.numerics.ReturnLevel;

/**
 * The rises of one floor over the last 90 days, as far as their yearly level depends on them.
 *
 * <p>Keeping three rises for each reading would cost more memory than all the rest. They are
 * computed anew from the readings, but only in those bins whose noted upper bound says that they
 * hold some of the largest 2 %; of the others only the number is needed.
 */
final class FloorRises {

  private final ReadingHistory.Unpacked readings;
  private final int begin;
  private final FloorBins bins;
  private final int scale;
  private final SlidingFloor window;

  /** Place of each reading among those that count, -1 for the others. */
  private final int[] places;

  /** Rises computed so far, NaN for the others. */
  private final double[] rises;

  /** First reading of each bin kept, relative to the begin. */
  private final int[] starts;

  private final int firstBin;
  private int count;

  /**
   * @param begin index of the first reading to learn from
   * @param learnable whether each reading from there on may be learned from
   * @param bins all closed
   * @param window empty, of the scale's length
   */
  FloorRises(
      ReadingHistory.Unpacked readings,
      int begin,
      boolean[] learnable,
      FloorBins bins,
      int scale,
      SlidingFloor window) {
    this.readings = readings;
    this.begin = begin;
    this.bins = bins;
    this.scale = scale;
    this.window = window;
    this.places = new int[learnable.length];
    this.rises = new double[learnable.length];
    this.firstBin = bins.oldest();
    this.starts = new int[bins.count() - firstBin + 1];
    place(learnable);
  }

  private void place(boolean[] learnable) {
    int[] minutes = readings.minutes();
    int bin = firstBin;
    int oldest = 0;
    for (int i = 0; i < places.length; i++) {
      int minute = minutes[begin + i];
      while (minutes[oldest] <= minute - window.minutes()) {
        oldest++;
      }
      int number = Math.floorDiv(minute, FloorBins.MINUTES);
      while (bin < bins.count() && bins.bin(bin) < number) {
        starts[++bin - firstBin] = i;
      }
      boolean known =
          bin < bins.count()
              && bins.bin(bin) == number
              && !Float.isNaN(bins.reference(bin, scale))
              && begin + i - oldest + 1 >= window.fewest();
      places[i] = known && learnable[i] ? count++ : -1;
      rises[i] = Double.NaN;
    }
    Arrays.fill(starts, bin - firstBin + 1, starts.length, places.length);
  }

  /** Returns the number of readings whose rise is defined and may be learned from. */
  int count() {
    return count;
  }

  /** Returns the level of the rises; {@link #count} must not be 0. */
  double level(ReturnLevel yearly) {
    int needed = ReturnLevel.needed(count);
    int code = largestCode() + 1;
    int computed = 0;
    double smallest = Double.NEGATIVE_INFINITY;
    while (code > Byte.MIN_VALUE
        && (computed < needed || FloorBins.largestRise(code - 1) >= smallest)) {
      code--;
      int more = compute(code);
      computed += more;
      if (more > 0 && computed >= needed) {
        smallest = smallestNeeded(computed, needed);
      }
    }
    int[] positions = new int[computed];
    double[] largest = new double[computed];
    int at = 0;
    for (int i = 0; i < rises.length; i++) {
      if (!Double.isNaN(rises[i])) {
        positions[at] = places[i];
        largest[at++] = rises[i];
      }
    }
    return yearly.ofLargest(positions, largest, count);
  }

  private int largestCode() {
    int largest = Byte.MIN_VALUE;
    for (int bin = firstBin; bin < bins.count(); bin++) {
      largest = Math.max(largest, bins.peak(bin, scale));
    }
    return largest;
  }

  private double smallestNeeded(int computed, int needed) {
    double[] known = new double[computed];
    int at = 0;
    for (double rise : rises) {
      if (!Double.isNaN(rise)) {
        known[at++] = rise;
      }
    }
    return Quantiles.select(known, computed, computed - needed);
  }

  /** Computes the rises of all bins with one upper bound and returns their number. */
  private int compute(int code) {
    int computed = 0;
    for (int bin = firstBin; bin < bins.count(); bin++) {
      if (bins.peak(bin, scale) == code) {
        int from = starts[bin - firstBin];
        int to = starts[bin - firstBin + 1];
        if (from < to) {
          computed += compute(bin, from, to);
        }
      }
    }
    return computed;
  }

  private int compute(int bin, int from, int to) {
    int[] minutes = readings.minutes();
    int first = begin + from;
    int oldest = first;
    while (oldest > 0 && minutes[oldest - 1] > minutes[first] - window.minutes()) {
      oldest--;
    }
    window.fill(readings.millis(), oldest, first);
    float reference = bins.reference(bin, scale);
    int computed = 0;
    for (int i = from; i < to; i++) {
      window.slide(minutes, readings.millis(), -1, begin + i);
      if (places[i] >= 0) {
        rises[i] = (window.floor() - reference) / (bins.offset(bin) + reference);
        computed++;
      }
    }
    return computed;
  }
}
