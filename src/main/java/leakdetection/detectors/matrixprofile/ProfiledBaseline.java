package leakdetection.detectors.matrixprofile;

import leakdetection.detectors.BaselineCache;
import leakdetection.numerics.MatrixProfile;
import leakdetection.numerics.WindowedSeries;
import leakdetection.spi.Series;
import leakdetection.spi.UnusableBaselineException;

/**
 * A baseline with the one figure that its profile is needed for. Immutable, shared between sensors.
 *
 * @param series the baseline cut into windows
 * @param discord the largest finite profile distance, ppmv, above 1e-6
 */
record ProfiledBaseline(WindowedSeries series, double discord) {

  /** Distances below this are rounding, ppmv. */
  private static final double FLAT = 1e-6;

  /** From this length on the profile is worth a second core. */
  private static final int LONG = 8192;

  private static final BaselineCache<ProfiledBaseline> SHARED = new BaselineCache<>();

  /**
   * Returns the profiled baseline, the same instance for the same array and window.
   *
   * @throws UnusableBaselineException if it has too few readings or is flat
   */
  static ProfiledBaseline of(Series baseline, int window) {
    return SHARED.get(baseline.ppmv(), window, () -> profiled(baseline, window));
  }

  /** Returns the windows on both sides of a window that are too near to be compared with it. */
  static int exclusionZone(int window) {
    return (window + 3) / 4;
  }

  private static ProfiledBaseline profiled(Series baseline, int window) {
    if (baseline.length() < 2 * window) {
      throw new UnusableBaselineException(
          "The baseline (%d readings) must have at least two windows (%d readings)."
              .formatted(baseline.length(), 2 * window));
    }
    WindowedSeries series = WindowedSeries.of(baseline.ppmv(), window);
    int workers = Math.min(2, Runtime.getRuntime().availableProcessors());
    double discord =
        MatrixProfile.of(series, exclusionZone(window), baseline.length() < LONG ? 1 : workers)
            .largestFinite();
    if (Double.isNaN(discord)) {
      throw new UnusableBaselineException(
          "The baseline (%d readings) must have two windows of %d readings without a gap."
              .formatted(baseline.length(), window));
    }
    if (discord <= FLAT) {
      throw new UnusableBaselineException(
          "The baseline (%d readings) is too flat: its windows of %d readings differ by at most %s ppmv. Maybe the sensor was stuck."
              .formatted(baseline.length(), window, discord));
    }
    return new ProfiledBaseline(series, discord);
  }
}
