package leakdetection.presentation.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakdetection.application.detection.SecondOpinions;
import leakdetection.domain.detection.ShadowDetector;
import leakdetection.domain.detection.ShadowScore;
import leakdetection.presentation.web.JsonMembers;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Detectors that judge a sensor silently, beside the one that counts. */
@Path("sensors/{id}/shadow-detectors")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "detectors")
public class ShadowResource {

  @Inject SecondOpinions opinions;

  @GET
  @Operation(
      summary = "List the detectors that judge a sensor silently",
      description = "Their scores are kept and raise nothing.")
  @APIResponseSchema(value = ShadowList.class, responseDescription = "The detectors")
  public ShadowList all(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return list(opinions.of(id));
  }

  @PUT
  @Operation(
      summary = "Choose the detectors that judge a sensor silently",
      description =
          """
          At most 8. A new one begins with the last 12,960 readings, so that it can be compared at \
          once; one that is left out is removed with its scores.""")
  @APIResponseSchema(value = ShadowList.class, responseDescription = "The detectors")
  public ShadowList choose(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ShadowWish.class)))
          JsonMembers body) {
    Map<String, Map<String, Double>> wanted = new LinkedHashMap<>();
    for (JsonMembers entry : body.list("detectors")) {
      wanted.put(entry.text("id").orElse(""), entry.numbers("settings"));
    }
    body.throwIfRefused();
    return list(opinions.choose(id, wanted));
  }

  @GET
  @Path("{detector}/scores")
  @Operation(
      summary = "Show what a detector in the shadow said",
      description = "In the order of time, in pages. Scores in percent; null where undefined.")
  @APIResponseSchema(value = ScoreList.class, responseDescription = "The scores")
  public ScoreList scores(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @PathParam("detector") @Parameter(description = "The detector's id", example = "amsr")
          String detector,
      @BeanParam TimeRange range,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    List<ShadowScore> found =
        opinions.scores(id, detector, page.time(range.from()), limit + 1).stream()
            .filter(score -> score.time().isBefore(range.to()))
            .toList();
    return Page.of(
        found,
        limit,
        ScoreBody::of,
        score -> PageRequest.cursorAfter(score.time()),
        ScoreList::new);
  }

  private static ShadowList list(List<ShadowDetector> shadows) {
    return new ShadowList(
        shadows.stream()
            .map(shadow -> new ShadowBody(shadow.detectorId(), shadow.settings()))
            .toList());
  }

  /** A detector in the shadow, with the settings that differ from the defaults. */
  @Schema(name = "ShadowDetector")
  public record ShadowBody(String id, Map<String, Double> settings) {}

  /** Which detectors are to judge silently. */
  @Schema(
      name = "ShadowWish",
      requiredProperties = "detectors",
      examples = "{\"detectors\": [{\"id\": \"threshold\", \"settings\": {}}]}")
  public record ShadowWish(List<ShadowBody> detectors) {}

  /** The answer to who asks for the detectors in the shadow. */
  @Schema(
      name = "ShadowList",
      examples = "{\"result\": [{\"id\": \"threshold\", \"settings\": {}}]}")
  public record ShadowList(List<ShadowBody> result) {}

  /** A score as it is answered, percent. */
  @Schema(name = "ShadowScore")
  public record ScoreBody(Instant time, Double score) {

    static ScoreBody of(ShadowScore score) {
      return new ScoreBody(
          score.time(), Double.isFinite(score.score()) ? Double.valueOf(score.score()) : null);
    }
  }

  /** The answer to who asks for scores. */
  @Schema(
      name = "ShadowScoreList",
      examples = "{\"result\": [{\"time\": \"2021-04-05T14:06:57Z\", \"score\": 31.4}]}")
  public record ScoreList(List<ScoreBody> result, String next) implements Page {}
}
