package leakdetection.domain.estimation;

import java.util.Arrays;
import java.util.function.Function;
import leakdetection.domain.simulation.Leak;

/**
 * The likelihoods of one candidate over the grid of rates, simulating no more rates than needed.
 *
 * <p>Where concentrations depend on the rate, the rates are tried from the middle of the grid
 * downwards until no sensor could notice the leak, and upwards until the leak brings far more than
 * was measured and is only possible as "not yet on"; the likelihoods of the rates beyond are those
 * of the last one.
 */
final class CandidateLikelihood {

  private static final double UNNOTICED = 1;
  private static final double IMPOSSIBLE = -0.5;

  private final RateGrid rates;
  private final Leak candidate;
  private final Function<Leak, PlumeField> simulation;
  private final HiddenCurrentLikelihood likelihood;

  CandidateLikelihood(
      RateGrid rates,
      Leak candidate,
      Function<Leak, PlumeField> simulation,
      HiddenCurrentLikelihood likelihood) {
    this.rates = rates;
    this.candidate = candidate;
    this.simulation = simulation;
    this.likelihood = likelihood;
  }

  /**
   * Fills in the logarithms of the likelihood ratios.
   *
   * @param logRatios [rate], to be filled
   * @return whether any sensor would see the candidate at any rate
   */
  boolean fill(double[] logRatios) {
    return rates.relative() ? fillScaled(logRatios) : fillSimulated(logRatios);
  }

  private boolean fillScaled(double[] logRatios) {
    PlumeField field = simulation.apply(candidate);
    for (int j = 0; j < logRatios.length; j++) {
      logRatios[j] = likelihood.logRatio(field, rates.factors()[j]);
    }
    return !field.outOfReach();
  }

  private boolean fillSimulated(double[] logRatios) {
    int middle = logRatios.length / 2;
    boolean seen = false;
    for (int j = middle; j >= 0; j--) {
      PlumeField field = field(j);
      seen |= !field.outOfReach();
      logRatios[j] = likelihood.logRatio(field, 1);
      if (field.highest() < UNNOTICED) {
        Arrays.fill(logRatios, 0, j, logRatios[j]);
        break;
      }
    }
    int hopeless = 0;
    for (int j = middle + 1; j < logRatios.length; j++) {
      PlumeField field = field(j);
      seen |= !field.outOfReach();
      logRatios[j] = likelihood.logRatio(field, 1);
      boolean tooMuch = field.highest() > 10 * likelihood.highestWater();
      hopeless = tooMuch && logRatios[j] < IMPOSSIBLE ? hopeless + 1 : 0;
      if (hopeless == 2) {
        Arrays.fill(logRatios, j + 1, logRatios.length, logRatios[j]);
        break;
      }
    }
    return seen;
  }

  private PlumeField field(int rate) {
    return simulation.apply(candidate.withRate(rates.rate(rate, candidate)));
  }
}
