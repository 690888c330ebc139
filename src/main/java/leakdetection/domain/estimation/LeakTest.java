package leakdetection.domain.estimation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;

/**
 * The probability that a window holds a leak at all: a logistic regression on {@link LeakEvidence}.
 *
 * <p>The coefficients were fitted on simulated trials; the resource {@code leak-test.properties}
 * beside this class says how to fit them anew, on what, and with which share of leaks.
 */
final class LeakTest {

  private static final String RESOURCE = "leak-test.properties";

  /** The fitted test. */
  static final LeakTest FITTED = load();

  private final double intercept;
  private final double[] coefficients;
  private final double trainedShare;

  /**
   * @param intercept log-odds with all figures 0
   * @param coefficients of the figures, in the order of {@link LeakEvidence#NAMES}
   * @param trainedShare share of leaks among the windows that it was fitted on
   */
  LeakTest(double intercept, double[] coefficients, double trainedShare) {
    this.intercept = intercept;
    this.coefficients = coefficients.clone();
    this.trainedShare = trainedShare;
  }

  private static LeakTest load() {
    Properties values = new Properties();
    try (InputStream in = LeakTest.class.getResourceAsStream(RESOURCE)) {
      values.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new LeakTest(
        Double.parseDouble(values.getProperty("intercept")),
        LeakEvidence.NAMES.stream()
            .mapToDouble(name -> Double.parseDouble(values.getProperty(name)))
            .toArray(),
        Double.parseDouble(values.getProperty("trained.share.of.leaks")));
  }

  /**
   * Returns the probability of a leak.
   *
   * @param baseRate share of leaks among the windows that are asked about, between 0 and 1
   */
  double probability(LeakEvidence evidence, double baseRate) {
    double[] figures = evidence.figures();
    double logOdds = intercept + logOdds(baseRate) - logOdds(trainedShare);
    for (int i = 0; i < figures.length; i++) {
      logOdds += coefficients[i] * figures[i];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  @Override
  public String toString() {
    return "LeakTest[%s + %s]".formatted(intercept, Arrays.toString(coefficients));
  }
}
