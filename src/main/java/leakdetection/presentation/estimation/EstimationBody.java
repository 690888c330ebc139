package leakdetection.presentation.estimation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import leakdetection.domain.estimation.KeptCandidate;
import leakdetection.domain.estimation.KeptEstimation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An estimation as it is answered; the probabilities add up to 1.
 *
 * @param provenance versions, settings and data that it was made with, by name; empty for old ones
 */
@Schema(name = "Estimation", examples = EstimationBody.EXAMPLE)
public record EstimationBody(
    long id,
    Long detectionId,
    String result,
    Instant from,
    Instant to,
    List<CandidateBody> candidates,
    double noLeak,
    double externalCause,
    double unexplained,
    Double goodnessOfFit,
    String model,
    String estimator,
    String notes,
    Map<String, String> provenance,
    Instant madeAt) {

  static final String EXAMPLE =
      "{\"id\": 1, \"detectionId\": 9, \"result\": \"confirmed\", \"from\":"
          + " \"2021-04-04T14:10:00Z\", \"to\": \"2021-04-05T14:00:00Z\", \"candidates\":"
          + " [{\"name\": \"LMF2\", \"probability\": 0.86, \"rateKgPerS\": 0.0004,"
          + " \"rateLow\": 0.0002, \"rateHigh\": 0.0009}], \"noLeak\": 0.04,"
          + " \"externalCause\": 0.06, \"unexplained\": 0.04, \"goodnessOfFit\": 0.7,"
          + " \"model\": \"plume2d\", \"estimator\": \"bayes\", \"notes\": \"\", \"provenance\":"
          + " {\"modelVersion\": \"1\", \"waterDepth\": \"90.0 m\"}, \"madeAt\":"
          + " \"2021-04-05T14:00:03Z\"}";

  static EstimationBody of(KeptEstimation estimation) {
    return new EstimationBody(
        estimation.id(),
        estimation.detectionId().orElse(null),
        estimation.result().name().toLowerCase(Locale.ROOT),
        estimation.from(),
        estimation.to(),
        estimation.candidates().stream().map(CandidateBody::of).toList(),
        estimation.noLeak(),
        estimation.externalCause(),
        estimation.unexplained(),
        estimation.goodnessOfFit().orElse(null),
        estimation.model(),
        estimation.estimator(),
        estimation.notes(),
        estimation.provenance(),
        estimation.madeAt());
  }

  /** A candidate as it is answered; rates in kg/s with the 90 % interval. */
  @Schema(name = "Candidate")
  public record CandidateBody(
      String name, double probability, Double rateKgPerS, Double rateLow, Double rateHigh) {

    static CandidateBody of(KeptCandidate candidate) {
      return new CandidateBody(
          candidate.name(),
          candidate.probability(),
          candidate.rate().orElse(null),
          candidate.rateLow().orElse(null),
          candidate.rateHigh().orElse(null));
    }
  }
}
