package leakdetection.domain.estimation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An estimator's answer. The candidates' probabilities, no leak, external cause and unexplained add
 * up to 1.
 *
 * @param result the conclusion
 * @param candidates most probable first; empty when there were none
 * @param noLeak probability that nothing out of the ordinary happened
 * @param externalCause probability that gas came from outside the template
 * @param unexplained probability of anything else
 * @param goodnessOfFit how well the best candidate's curve follows the readings: share of their
 *     variance that it explains, 1 is perfect, 0 and below is worthless; NaN without candidates
 * @param estimator identifier of the estimator
 * @param model identifier of the plume model
 * @param notes what the reader should know, for example sensors left out; in whole sentences
 */
public record Estimation(
    EstimationResult result,
    List<RankedCandidate> candidates,
    double noLeak,
    double externalCause,
    double unexplained,
    double goodnessOfFit,
    String estimator,
    String model,
    List<String> notes) {

  private static final double ROUNDING = 1e-6;

  /**
   * @throws IllegalArgumentException if the probabilities do not add up to 1
   */
  public Estimation {
    Objects.requireNonNull(result);
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
    double sum = noLeak + externalCause + unexplained;
    for (RankedCandidate candidate : candidates) {
      sum += candidate.probability();
    }
    if (!(Math.abs(sum - 1) < ROUNDING)) {
      throw new IllegalArgumentException(
          "The probabilities of an estimation add up to %s, not 1.".formatted(sum));
    }
  }

  /** Returns the most probable candidate. */
  public Optional<RankedCandidate> best() {
    return candidates.stream().findFirst();
  }

  /** Returns the probability that one of the candidates leaks. */
  public double leak() {
    return candidates.stream().mapToDouble(RankedCandidate::probability).sum();
  }
}
