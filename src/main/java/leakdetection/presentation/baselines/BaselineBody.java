package leakdetection.presentation.baselines;

import java.time.Instant;
import leakdetection.domain.baselines.Baseline;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A baseline as it is answered, without its readings; mean in ppmv, variance in ppmv squared. */
@Schema(name = "Baseline", examples = BaselineBody.EXAMPLE)
public record BaselineBody(
    long id,
    String name,
    boolean bank,
    long intervalSeconds,
    int length,
    double mean,
    double variance,
    String provenance,
    Instant createdAt) {

  static final String EXAMPLE =
      "{\"id\": 1, \"name\": \"high\", \"bank\": true, \"intervalSeconds\": 600,"
          + " \"length\": 4320, \"mean\": 37.95, \"variance\": 1808.5, \"provenance\":"
          + " \"generated, not measured\", \"createdAt\": \"2021-04-05T14:06:57Z\"}";

  static BaselineBody of(Baseline baseline) {
    return new BaselineBody(
        baseline.id(),
        baseline.name(),
        baseline.isInBank(),
        baseline.interval().toSeconds(),
        baseline.length(),
        baseline.mean(),
        baseline.variance(),
        baseline.provenance(),
        baseline.createdAt());
  }
}
