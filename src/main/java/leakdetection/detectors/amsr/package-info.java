/**
 * The detector {@code amsr}: adaptive multi-scale relative rise, with a slow channel for leaks that
 * grow over days.
 *
 * <p>{@link leakdetection.detectors.amsr.RiseChannel} sees onsets, {@link
 * leakdetection.detectors.amsr.SlowChannel} sees a floor that rises; both learn what is usual from
 * the last 90 days, which {@link leakdetection.detectors.amsr.ReadingHistory} keeps compactly, and
 * neither learns from what it found unusual. Concentrations are judged to 0.001 ppmv and held as
 * whole numbers of that; times to the minute.
 */
package leakdetection.detectors.amsr;
