package leakdetection.application.backtest;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import leakdetection.numerics.IsotonicRegression;

/**
 * The smallest leak that is found with 90 % probability.
 *
 * <p>The recall of each peak is made non-decreasing by isotonic regression, which assumes nothing
 * but that a larger leak is not harder to find, and read at 90 % on straight lines over the
 * logarithm of the peak. For the interval the leaks of each peak are drawn anew 1,000 times, with
 * half a found and half a missed leak added so that all or none is not certainty; it reaches from
 * the peak below the lowest 2.5 % of the crossings to the peak above the highest 2.5 %, because
 * nothing was tested in between. It describes the chance in these leaks, not in the choice of the
 * sensors.
 *
 * <p>No value: not even the largest peak reached 90 %. No upper end: more than 2.5 % of the
 * repetitions did not. No lower end, or the smallest peak as value: a smaller leak may do.
 */
final class SmallestLeak {

  private static final double PROBABILITY = 0.9;
  private static final int REPETITIONS = 1000;
  private static final int TAIL = REPETITIONS / 40;

  private final double[] peaks;
  private final double[] leaks;
  private final double[] found;

  private SmallestLeak(Map<Double, List<Outcome>> byPeak) {
    peaks = byPeak.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    leaks = byPeak.values().stream().mapToDouble(List::size).toArray();
    found =
        byPeak.values().stream()
            .mapToDouble(outcomes -> outcomes.stream().filter(Outcome::wasFound).count())
            .toArray();
  }

  static Estimate of(Collection<Outcome> outcomes, long seed) {
    return new SmallestLeak(
            outcomes.stream()
                .collect(
                    Collectors.groupingBy(Outcome::peakPpmv, TreeMap::new, Collectors.toList())))
        .estimate(new SplittableRandom(seed));
  }

  private Estimate estimate(SplittableRandom random) {
    int[] crossings = new int[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      crossings[i] = crossing(rising(redrawn(random)));
    }
    Arrays.sort(crossings);
    int lowest = crossings[TAIL];
    int highest = crossings[REPETITIONS - 1 - TAIL];
    return Estimate.of(
        value(rising(found)),
        lowest == 0 ? Double.NaN : peaks[lowest - 1],
        highest == peaks.length ? Double.NaN : peaks[highest]);
  }

  private double[] redrawn(SplittableRandom random) {
    double[] drawn = new double[peaks.length];
    for (int size = 0; size < drawn.length; size++) {
      double probability = (found[size] + 0.5) / (leaks[size] + 1);
      for (int leak = 0; leak < leaks[size]; leak++) {
        drawn[size] += random.nextDouble() < probability ? 1 : 0;
      }
    }
    return drawn;
  }

  private double[] rising(double[] counts) {
    double[] recall = new double[counts.length];
    for (int size = 0; size < recall.length; size++) {
      recall[size] = counts[size] / leaks[size];
    }
    return IsotonicRegression.rising(recall, leaks);
  }

  /** Returns the first peak whose recall reaches 90 %, by its number. */
  private static int crossing(double[] rising) {
    int above = 0;
    while (above < rising.length && rising[above] < PROBABILITY) {
      above++;
    }
    return above;
  }

  private double value(double[] rising) {
    int above = crossing(rising);
    if (above == rising.length) {
      return Double.NaN;
    }
    if (above == 0) {
      return peaks[0];
    }
    double share = (PROBABILITY - rising[above - 1]) / (rising[above] - rising[above - 1]);
    return peaks[above - 1] * Math.pow(peaks[above] / peaks[above - 1], share);
  }
}
