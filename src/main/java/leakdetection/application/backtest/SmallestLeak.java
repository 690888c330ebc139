package leakdetection.application.backtest;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakdetection.numerics.IsotonicRegression;

/**
 * The smallest leak that is found with 90 % probability.
 *
 * <p>The recall of each peak is made non-decreasing by isotonic regression, which assumes nothing
 * but that a larger leak is not harder to find, and read at 90 % on straight lines over the
 * logarithm of the peak. The interval holds the middle 95 % of 1,000 repetitions with leaks drawn
 * anew within each peak; it describes the chance in these leaks, not in the choice of the sensors.
 *
 * <p>No value: not even the largest peak reached 90 %. No upper end: more than 2.5 % of the
 * repetitions did not. The smallest peak as value or lower end: it, or a smaller one.
 */
final class SmallestLeak {

  private static final double PROBABILITY = 0.9;
  private static final int REPETITIONS = 1000;

  private SmallestLeak() {}

  static Estimate of(Collection<Outcome> outcomes, long seed) {
    Map<Double, int[]> counts = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      int[] count = counts.computeIfAbsent(outcome.peakPpmv(), peak -> new int[2]);
      count[0]++;
      count[1] += outcome.wasFound() ? 1 : 0;
    }
    if (counts.isEmpty()) {
      return new Estimate(null, null, null);
    }
    double[] peaks = counts.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    List<int[]> found = List.copyOf(counts.values());
    double[] leaks = found.stream().mapToDouble(count -> count[0]).toArray();
    double[] recall = found.stream().mapToDouble(count -> (double) count[1] / count[0]).toArray();
    double[] repeated = new double[REPETITIONS];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < REPETITIONS; i++) {
      repeated[i] = crossing(peaks, redrawn(recall, leaks, random), leaks);
    }
    Arrays.sort(repeated);
    return Estimate.of(
        crossing(peaks, recall, leaks),
        repeated[REPETITIONS / 40],
        repeated[REPETITIONS - 1 - REPETITIONS / 40]);
  }

  private static double[] redrawn(double[] recall, double[] leaks, SplittableRandom random) {
    double[] drawn = new double[recall.length];
    for (int size = 0; size < drawn.length; size++) {
      int found = 0;
      for (int leak = 0; leak < leaks[size]; leak++) {
        found += random.nextDouble() < recall[size] ? 1 : 0;
      }
      drawn[size] = found / leaks[size];
    }
    return drawn;
  }

  /** Returns the peak at which the recall reaches 90 %, infinity when it does not. */
  private static double crossing(double[] peaks, double[] recall, double[] leaks) {
    double[] rising = IsotonicRegression.rising(recall, leaks);
    int above = 0;
    while (above < rising.length && rising[above] < PROBABILITY) {
      above++;
    }
    if (above == rising.length) {
      return Double.POSITIVE_INFINITY;
    }
    if (above == 0) {
      return peaks[0];
    }
    double share = (PROBABILITY - rising[above - 1]) / (rising[above] - rising[above - 1]);
    return peaks[above - 1] * Math.pow(peaks[above] / peaks[above - 1], share);
  }
}
