package leakdetection.detectors.amsr;

import java.util.Arrays;
import leakdetection.spi.Series;
import leakdetection.spi.UnusableBaselineException;

/**
 * A baseline as the training part of one sensor.
 *
 * <p>A baseline has no times: it is taken to end one interval before the first live reading, and a
 * NaN in it to be a reading that is missing. The array stays shared.
 *
 * @param baseline checked to be usable
 * @param sampling of the sensor
 */
record Training(Series baseline, Sampling sampling) {

  /** What is above is not physical, ppmv. */
  static final double LARGEST = 10_000;

  /** A reading nearer than this to the one before is not kept, in steps. */
  static final double NEAREST = 0.75;

  private static final double FEWEST_DAYS = 2;
  private static final int FEWEST = 200;

  /**
   * @throws UnusableBaselineException if there are too few readings, or all are the same
   */
  static Training of(Series baseline, Sampling sampling) {
    int usable = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double ppmv : baseline.ppmv()) {
      if (isPhysical(ppmv)) {
        usable++;
        smallest = Math.min(smallest, ppmv);
        largest = Math.max(largest, ppmv);
      }
    }
    double days = usable * baseline.interval().toMillis() / 86_400_000.0;
    if (days < FEWEST_DAYS || usable < FEWEST) {
      throw new UnusableBaselineException(
          "The baseline (%d usable readings, %.1f days) must have at least %d readings and %.0f days. From 9 days on slow leaks are found as well."
              .formatted(usable, days, FEWEST, FEWEST_DAYS));
    }
    if (largest - smallest < 1e-3) {
      throw new UnusableBaselineException(
          "The baseline (%d readings) is flat: all are %s ppmv. Maybe the sensor was stuck."
              .formatted(usable, smallest));
    }
    return new Training(baseline, sampling);
  }

  static boolean isPhysical(double ppmv) {
    return Math.abs(ppmv) <= LARGEST;
  }

  /** Returns the readings with the times they get when the first live reading is known. */
  ReadingHistory.Unpacked before(int firstLive) {
    double[] ppmv = baseline.ppmv();
    double interval = baseline.interval().toMillis() / 60_000.0;
    int[] minutes = new int[ppmv.length];
    int[] millis = new int[ppmv.length];
    int count = 0;
    for (int i = 0; i < ppmv.length; i++) {
      int minute = firstLive - (int) Math.round((ppmv.length - i) * interval);
      boolean apart = count == 0 || minute - minutes[count - 1] >= NEAREST * sampling.step();
      if (apart && isPhysical(ppmv[i])) {
        minutes[count] = minute;
        millis[count++] = milli(ppmv[i]);
      }
    }
    return new ReadingHistory.Unpacked(
        0, Arrays.copyOf(minutes, count), Arrays.copyOf(millis, count));
  }

  /** Rounds to 0.001 ppmv. */
  static int milli(double ppmv) {
    return (int) Math.rint(ppmv * 1000);
  }
}
