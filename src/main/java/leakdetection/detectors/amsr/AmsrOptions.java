package leakdetection.detectors.amsr;

import leakdetection.spi.DetectorContext;
import leakdetection.spi.Settings;

/**
 * What a detector is told and never changes.
 *
 * @param sampling of the baseline
 * @param normal stretches confirmed as normal
 * @param caution divides the score of rises
 * @param slow whether the slow channel counts
 * @param latch whether a rise's score is held
 * @param levelGuard whether an unheard-of concentration is critical by itself
 * @param stuckMinutes after so many minutes of one value a sensor is stuck
 * @param refitDays time between two fits
 */
record AmsrOptions(
    Sampling sampling,
    ConfirmedNormal normal,
    double caution,
    boolean slow,
    boolean latch,
    boolean levelGuard,
    int stuckMinutes,
    int refitDays) {

  static AmsrOptions of(DetectorContext context) {
    Settings settings = context.settings();
    return new AmsrOptions(
        Sampling.of(context.baseline().interval()),
        new ConfirmedNormal(context.normal()),
        settings.number("caution"),
        settings.isOn("slow"),
        settings.isOn("latch"),
        settings.isOn("levelGuard"),
        (int) Math.round(settings.number("stuckAfter") * 60),
        settings.integer("refitEvery"));
  }
}
