package leakdetection.numerics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Two-sided 95 % confidence intervals of counts, rates and medians.
 *
 * <p>Each returns {@code [lower, upper]} in the unit of what it estimates.
 */
public final class ConfidenceIntervals {

  private static final double TAIL = 0.025;
  private static final double Z = 1.959963984540054;

  private ConfidenceIntervals() {}

  /**
   * Returns the score interval of a proportion; unlike the usual one it stays within 0 and 1 and
   * does not shrink to nothing when all or none succeeded.
   *
   * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
   * J. Am. Stat. Assoc. 22 (1927).
   *
   * @param successes 0 to {@code trials}
   * @param trials with 0 nothing is known: {@code [0, 1]}
   * @throws IllegalArgumentException if the successes are not within 0 and the trials
   */
  public static double[] wilson(int successes, int trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "There cannot be %d successes in %d trials.".formatted(successes, trials));
    }
    if (trials == 0) {
      return new double[] {0, 1};
    }
    double n = trials;
    double share = successes / n;
    double centre = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    // At the ends the exact bound is 0 or 1, which rounding would miss.
    return new double[] {
      successes == 0 ? 0 : (centre - half) / scale,
      successes == trials ? 1 : (centre + half) / scale
    };
  }

  /**
   * Returns the exact interval of a rate from a Poisson count, in events per unit of exposure.
   *
   * <p>Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
   *
   * @param events how many were counted, not negative
   * @param exposure how long was counted, positive
   * @throws IllegalArgumentException if the count is negative or the exposure not positive
   */
  public static double[] poissonRate(int events, double exposure) {
    if (events < 0 || !(exposure > 0)) {
      throw new IllegalArgumentException(
          "A rate needs a count (%d) of at least 0 and a positive exposure (%s)."
              .formatted(events, exposure));
    }
    double lower =
        events == 0
            ? 0
            : new ChiSquaredDistribution(2.0 * events).inverseCumulativeProbability(TAIL) / 2;
    double upper =
        new ChiSquaredDistribution(2.0 * events + 2).inverseCumulativeProbability(1 - TAIL) / 2;
    return new double[] {lower / exposure, upper / exposure};
  }

  /**
   * Returns the interval of a median from order statistics, which assumes no shape.
   *
   * @param values [n], in any order, without NaN; not changed
   * @return the two values of the sample that bound the median; both NaN with fewer than 6 values,
   *     when no two of them do with this confidence
   */
  public static double[] median(double[] values) {
    int rank =
        values.length == 0
            ? 0
            : new BinomialDistribution(values.length, 0.5).inverseCumulativeProbability(TAIL);
    if (rank == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new double[] {sorted[rank - 1], sorted[sorted.length - rank]};
  }
}
