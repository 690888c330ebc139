package leakdetection.application.backtest;

import java.util.Arrays;
import java.util.List;
import leakdetection.numerics.ConfidenceIntervals;

/**
 * How well a group of leaks was found.
 *
 * @param peakPpmv the peak that they share, ppmv; null when they have different ones
 * @param leaks how many there were
 * @param found how many were found
 * @param recall share that was found, 0 to 1; Wilson's interval
 * @param hoursToDetect median over those found, hours from the onset; interval from order
 *     statistics
 */
public record LeakFigures(
    Double peakPpmv, int leaks, int found, Estimate recall, Estimate hoursToDetect) {

  static LeakFigures of(Double peakPpmv, List<Outcome> outcomes) {
    double[] hours =
        outcomes.stream()
            .filter(Outcome::wasFound)
            .mapToDouble(Outcome::hoursToDetect)
            .sorted()
            .toArray();
    int leaks = outcomes.size();
    return new LeakFigures(
        peakPpmv,
        leaks,
        hours.length,
        recall(hours.length, leaks),
        Estimate.of(median(hours), ConfidenceIntervals.median(hours)));
  }

  /** Returns the share that was found with Wilson's interval; no share without leaks. */
  static Estimate recall(int found, int leaks) {
    double share = leaks == 0 ? Double.NaN : (double) found / leaks;
    return Estimate.of(share, ConfidenceIntervals.wilson(found, leaks));
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).sum() / 2;
  }
}
