package leakdetection.domain.estimation;

import leakdetection.domain.simulation.Leak;

/**
 * One candidate's share of the explanation.
 *
 * @param leak the candidate
 * @param probability that it is the cause, 0 to 1; over all candidates at most 1
 * @param rate most probable rate if it is, kg/s; NaN when nothing can be said, for example out of
 *     reach of all sensors
 * @param rateLow 5 % point of the rate, kg/s; NaN as above
 * @param rateHigh 95 % point of the rate, kg/s; NaN as above
 */
public record RankedCandidate(
    Leak leak, double probability, double rate, double rateLow, double rateHigh) {

  /**
   * @throws IllegalArgumentException if the probability is none
   */
  public RankedCandidate {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "The probability (%s) of leak %s must lie between 0 and 1."
              .formatted(probability, leak.name()));
    }
  }
}
