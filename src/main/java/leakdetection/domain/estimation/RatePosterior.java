package leakdetection.domain.estimation;

import leakdetection.domain.simulation.Leak;
import leakdetection.numerics.LogSpace;

/**
 * The rate of one candidate, as its likelihoods over the grid of rates tell it.
 *
 * <p>Both hidden-current models share in it; log-likelihoods are divided by 3, since neighbouring
 * readings say the same, and the interval is widened by 10 % to either side for the plume model's
 * own error.
 *
 * @param median kg/s
 * @param low 5 % point, kg/s
 * @param high 95 % point, kg/s
 */
record RatePosterior(double median, double low, double high) {

  private static final double TEMPERATURE = 3;
  private static final double WIDENING = 0.1;

  /** Nothing is known. */
  static final RatePosterior UNKNOWN = new RatePosterior(Double.NaN, Double.NaN, Double.NaN);

  /**
   * @param logRatios [model][candidate][rate]
   * @param candidate index of it
   */
  static RatePosterior of(double[][][] logRatios, int candidate, RateGrid rates, Leak leak) {
    double[] logs = new double[rates.size()];
    for (int j = 0; j < logs.length; j++) {
      double[] models = new double[logRatios.length];
      for (int m = 0; m < models.length; m++) {
        models[m] = logRatios[m][candidate][j] / TEMPERATURE;
      }
      logs[j] = LogSpace.sum(models);
    }
    double[] shares = LogSpace.shares(logs);
    return new RatePosterior(
        quantile(shares, rates, leak, 0.5),
        quantile(shares, rates, leak, 0.05) * Math.exp(-WIDENING),
        quantile(shares, rates, leak, 0.95) * Math.exp(WIDENING));
  }

  /** Each rate's share is spread evenly over half a step to either side, in logarithm. */
  private static double quantile(double[] shares, RateGrid rates, Leak leak, double share) {
    double before = 0;
    for (int j = 0; j < shares.length; j++) {
      if (before + shares[j] >= share || j == shares.length - 1) {
        double within = shares[j] > 0 ? Math.min(1, (share - before) / shares[j]) : 0.5;
        return rates.rate(j, leak) * Math.exp((2 * within - 1) * rates.halfStep());
      }
      before += shares[j];
    }
    throw new IllegalStateException("A grid of rates is never empty.");
  }
}
