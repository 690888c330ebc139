package leakdetection.presentation.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import leakdetection.application.detection.DetectionExplanations;
import leakdetection.application.detection.ExplainedDetection;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.spi.Explanation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a reading got its score. */
@Path("sensors/{id}/explanation")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "anomaly detections")
public class ExplanationResource {

  @Inject DetectionExplanations explanations;

  @GET
  @Operation(
      summary = "Show why a reading got its score",
      description =
          """
          Of the last detection that is not later than `at`. The detector that judges the sensor now \
          is made anew, shown up to 12,960 readings before and asked: what it expected (`expected`, \
          aligned with the end of `window`), where that comes from and what each part contributed, \
          percent. `score` is what was said then, `scoreNow` what it says now: they differ once the \
          detector, its settings or its baseline changed.""")
  @APIResponseSchema(value = ExplanationAnswer.class, responseDescription = "The explanation")
  public ExplanationAnswer explain(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @QueryParam("at")
          @Parameter(
              description = "The last time; the newest detection when not given",
              example = "2021-04-05T14:06:57Z")
          Instant at) {
    return new ExplanationAnswer(
        ExplanationBody.of(explanations.of(id, at == null ? Instant.MAX : at)));
  }

  /** A value of a curve, ppmv. */
  @Schema(name = "CurveValue")
  public record ValueBody(Instant timestamp, Double ppmv) {

    static ValueBody of(AnomalyDetection detection) {
      return new ValueBody(detection.timestamp(), finite(detection.judgedPpmv()));
    }
  }

  /** Why a reading got its score; scores, thresholds and parts in percent. */
  @Schema(
      name = "Explanation",
      properties = @SchemaProperty(name = "parts", example = "{\"matrix profile\": 231.4}"))
  public record ExplanationBody(
      long detectionId,
      Instant timestamp,
      String value,
      Double score,
      Double scoreNow,
      String detectorId,
      double warning,
      double critical,
      String summary,
      String source,
      Map<String, Double> parts,
      List<ValueBody> window,
      List<ValueBody> expected) {

    static ExplanationBody of(ExplainedDetection explained) {
      AnomalyDetection detection = explained.detection();
      Optional<Explanation> said = explained.explanation();
      return new ExplanationBody(
          detection.id(),
          detection.timestamp(),
          detection.deviation().label(),
          finite(detection.score()),
          finite(explained.score()),
          explained.detectorId(),
          explained.thresholds().warning(),
          explained.thresholds().critical(),
          said.map(Explanation::summary).orElse(null),
          said.map(Explanation::source).orElse(null),
          said.map(Explanation::parts).orElse(Map.of()),
          explained.window().stream().map(ValueBody::of).toList(),
          said.map(it -> expected(explained, it.expected())).orElse(List.of()));
    }

    private static List<ValueBody> expected(ExplainedDetection explained, List<Double> ppmv) {
      Instant last = explained.detection().timestamp();
      return IntStream.range(0, ppmv.size())
          .mapToObj(
              i ->
                  new ValueBody(
                      last.minus(explained.interval().multipliedBy(ppmv.size() - 1L - i)),
                      finite(ppmv.get(i))))
          .toList();
    }
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The answer to who asks why. */
  @Schema(
      name = "ExplanationAnswer",
      examples =
          """
          {"result": {"detectionId": 9, "timestamp": "2021-04-05T14:06:57Z", "value": "critical",
                      "score": 231.4, "scoreNow": 231.4, "detectorId": "matrix-profile",
                      "warning": 100, "critical": 200,
                      "summary": "The last 144 readings are 812.0 ppmv from the most similar stretch.",
                      "source": "baseline 1203..1346", "parts": {"matrix profile": 231.4},
                      "window": [{"timestamp": "2021-04-05T14:06:57Z", "ppmv": 92.2}],
                      "expected": [{"timestamp": "2021-04-05T14:06:57Z", "ppmv": 31.0}]}}""")
  public record ExplanationAnswer(ExplanationBody result) {}
}
