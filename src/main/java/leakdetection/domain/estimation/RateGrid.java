package leakdetection.domain.estimation;

import java.util.stream.IntStream;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.PlumeModel;

/**
 * The rates that an estimation tries, equally far apart in logarithm, all equally probable before.
 *
 * @param factors of the candidate's own rate, or rates in kg/s, ascending
 * @param relative whether the concentrations are proportional to the factor (a model that ignores
 *     the rate) or every rate is simulated on its own
 */
record RateGrid(double[] factors, boolean relative) {

  private static final double RELATIVE_STEP = Math.log(1.3);
  private static final double ABSOLUTE_STEP = Math.log(1.4);

  /** Returns the grid for a model: 0.015 to 2.2 of its one rate, or 1e-5 to 1e-2 kg/s. */
  static RateGrid of(PlumeModel model) {
    return model.rateAware()
        ? new RateGrid(logarithmic(1e-5, 1e-2, ABSOLUTE_STEP), false)
        : new RateGrid(logarithmic(0.015, 2.2, RELATIVE_STEP), true);
  }

  private static double[] logarithmic(double from, double to, double step) {
    int count = (int) Math.round(Math.log(to / from) / step) + 1;
    return IntStream.range(0, count).mapToDouble(i -> from * Math.exp(i * step)).toArray();
  }

  /** Returns the number of rates. */
  int size() {
    return factors.length;
  }

  /** Returns the rate of one entry for a candidate, kg/s. */
  double rate(int index, Leak candidate) {
    return relative ? factors[index] * candidate.rate() : factors[index];
  }

  /** Returns half the distance between two rates in logarithm. */
  double halfStep() {
    return Math.log(factors[1] / factors[0]) / 2;
  }
}
