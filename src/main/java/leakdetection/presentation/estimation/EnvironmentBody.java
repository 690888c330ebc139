package leakdetection.presentation.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import leakdetection.application.estimation.EnvironmentInForce;
import leakdetection.application.estimation.EnvironmentSummary;
import leakdetection.domain.simulation.Leak;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is in force of a template's surroundings, as it is answered.
 *
 * @param kind currents, waves or leaks
 * @param origin upload, file or default
 * @param file its name; null for what was sent
 * @param uploadedAt null for files
 * @param rows currents, sea states or leaks that it holds
 * @param missing currents among them that are not there
 * @param from time of the first; null without times
 * @param to time of the last; null without times
 * @param intervalSeconds between two; null for leaks
 * @param repeats whether it has no times, so that it begins with each window and repeats
 * @param leaks the candidates; empty for currents and waves
 * @param note what somebody should know who relies on it; empty if nothing
 */
@Schema(name = "TemplateEnvironment")
public record EnvironmentBody(
    String kind,
    String origin,
    String file,
    Instant uploadedAt,
    int rows,
    int missing,
    Instant from,
    Instant to,
    Long intervalSeconds,
    boolean repeats,
    List<LeakBody> leaks,
    String note) {

  static EnvironmentBody of(EnvironmentInForce inForce) {
    EnvironmentSummary summary = inForce.summary();
    return new EnvironmentBody(
        inForce.kind().label(),
        inForce.origin().label(),
        inForce.name().orElse(null),
        inForce.uploadedAt().orElse(null),
        summary.rows(),
        summary.missing(),
        summary.start().orElse(null),
        summary.end().orElse(null),
        summary.interval().map(Duration::toSeconds).orElse(null),
        summary.repeats(),
        summary.leaks().stream().map(LeakBody::of).toList(),
        inForce.note());
  }

  /** A candidate leak as it is answered: kg/s, m in the template's frame, s. */
  @Schema(name = "CandidateLeak")
  public record LeakBody(
      String name, double rateKgPerS, double x, double y, double z, double durationSeconds) {

    static LeakBody of(Leak leak) {
      return new LeakBody(
          leak.name(),
          leak.rate(),
          leak.position().x(),
          leak.position().y(),
          leak.position().z(),
          leak.duration().toMillis() / 1000.0);
    }
  }

  /** The answer to who asks what is in force. */
  @Schema(
      name = "TemplateEnvironmentAnswer",
      examples =
          """
          {"result": {"kind": "leaks", "origin": "upload", "file": null,
                      "uploadedAt": "2025-09-02T08:00:00Z", "rows": 1, "missing": 0, "from": null,
                      "to": null, "intervalSeconds": null, "repeats": false,
                      "leaks": [{"name": "VALVE-1", "rateKgPerS": 0.0007, "x": 3.6, "y": -1.1,
                                 "z": 2.5, "durationSeconds": 86400}], "note": ""}}""")
  public record EnvironmentAnswer(EnvironmentBody result) {}
}
