package leakdetection.detectors.amsr;

import java.util.Arrays;
import leakdetection.detectors.StateReader;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.IncompatibleSnapshotException;

/**
 * What operators confirmed as normal must not alarm when it happens again: the largest confirmed
 * rise of each scale scores at most 75 % of critical, less than a warning.
 *
 * <p>One lesson among 90 days would hardly move a yearly level. It counts until 90 days after the
 * last confirmed reading, as long as the detector remembers readings at all.
 */
final class Tolerance {

  private static final double SHARE = 0.75;
  private static final int MEMORY = 90 * 1440;

  private final ConfirmedNormal normal;
  private final double[] largest;
  private int last = Integer.MIN_VALUE;

  Tolerance(ConfirmedNormal normal, int scales) {
    this.normal = normal;
    this.largest = new double[scales];
  }

  /** Takes in a rise of one scale, if it was confirmed. */
  void note(int minute, int scale, double rise) {
    if (!normal.isEmpty() && normal.contains(minute)) {
      largest[scale] = Math.max(largest[scale], Double.isNaN(rise) ? 0 : rise);
      last = minute;
    }
  }

  /**
   * Returns the weight of a scale: what was learned, or more where more was confirmed.
   *
   * @param critical the score that is critical
   */
  double weight(int scale, double learned, double critical) {
    return largest[scale] == 0 ? learned : Math.max(learned, largest[scale] / (SHARE * critical));
  }

  /** Forgets lessons that are older than what is remembered. */
  void forgetAt(int minute) {
    if (last < minute - MEMORY) {
      Arrays.fill(largest, 0);
    }
  }

  void write(StateWriter state) {
    state.write(largest).write(last);
  }

  void read(StateReader state) throws IncompatibleSnapshotException {
    double[] saved = state.readDoubles();
    if (saved.length != largest.length) {
      throw state.refusal(
          "holds %d tolerated rises instead of %d".formatted(saved.length, largest.length));
    }
    System.arraycopy(saved, 0, largest, 0, saved.length);
    last = state.readInt();
  }
}
