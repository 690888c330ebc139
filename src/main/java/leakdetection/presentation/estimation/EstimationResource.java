package leakdetection.presentation.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.application.estimation.EstimationDesk;
import leakdetection.application.estimation.EstimationWish;
import leakdetection.domain.RefusedException;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.presentation.web.JsonMembers;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which point of a sensor's template leaks. */
@Path("sensors/{id}/estimations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "estimations")
public class EstimationResource {

  @Inject EstimationDesk desk;

  @POST
  @Operation(
      summary = "Look for the leak that explains a window",
      description =
          """
          All sensors of the template are compared with what each candidate leak would have caused \
          under the measured currents. The window lasts 110 minutes to 7 days. Without `estimator` and `model` as after an alarm. It takes a second or two; \
          DELETE on `running` calls it off.""")
  @APIResponseSchema(
      value = EstimationAnswer.class,
      responseCode = "201",
      responseDescription = "The estimation, with its address in `Location`")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response estimate(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = WindowWish.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    Instant from = required(body, "from");
    Instant to = required(body, "to");
    Optional<String> estimator = body.text("estimator");
    Optional<String> model = body.text("model");
    body.throwIfRefused();
    KeptEstimation kept = desk.estimate(id, new EstimationWish(from, to, estimator, model));
    return Response.created(uri.getAbsolutePathBuilder().path(kept.id().toString()).build())
        .entity(new EstimationAnswer(EstimationBody.of(kept)))
        .build();
  }

  @GET
  @Operation(summary = "List a sensor's estimations", description = "Newest first, in pages.")
  @APIResponseSchema(value = EstimationList.class, responseDescription = "The estimations")
  public EstimationList all(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    return Page.of(
        desk.of(id, page.id(Long.MAX_VALUE), limit + 1),
        limit,
        EstimationBody::of,
        KeptEstimation::id,
        EstimationList::new);
  }

  @GET
  @Path("{estimationId}")
  @Operation(
      summary = "Show an estimation",
      description = "With the versions, settings and data that it was made with.")
  @APIResponseSchema(value = EstimationAnswer.class, responseDescription = "The estimation")
  public EstimationAnswer get(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @PathParam("estimationId") @Parameter(description = "The estimation's id", example = "1")
          long estimationId) {
    return new EstimationAnswer(EstimationBody.of(desk.get(id, estimationId)));
  }

  @GET
  @Path("{estimationId}/simulation-detections")
  @Operation(
      summary = "Show what an estimation's first candidates would have brought to the sensors",
      description =
          """
          For each of the first three candidates, at its most probable rate, and each sensor of the \
          template: ppmv above the sensor's background, one value for each reading of the window.""")
  @APIResponseSchema(
      value = SimulationDetectionBody.SimulationDetectionList.class,
      responseDescription = "The curves, candidate by candidate")
  public SimulationDetectionBody.SimulationDetectionList simulated(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @PathParam("estimationId") @Parameter(description = "The estimation's id", example = "1")
          long estimationId) {
    return new SimulationDetectionBody.SimulationDetectionList(
        desk.simulated(id, estimationId).stream().map(SimulationDetectionBody::of).toList());
  }

  @DELETE
  @Path("running")
  @Operation(
      summary = "Call a sensor's estimations off that run or wait",
      description =
          "Nothing of them is kept; who waits for one is answered 409. Refused (404) when none runs.")
  @APIResponse(responseCode = "204", description = "They end within moments")
  public void cancel(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    desk.cancel(id);
  }

  private static Instant required(JsonMembers body, String member) {
    Optional<Instant> time = body.instant(member);
    body.check(
        () -> {
          if (!body.has(member)) {
            throw RefusedException.invalid(
                member,
                "The time %s must be given, such as 2021-04-05T14:06:57Z.".formatted(member));
          }
        });
    return time.orElse(Instant.EPOCH);
  }

  /** Which window is to be looked into, and how. */
  @Schema(
      name = "WindowWish",
      requiredProperties = {"from", "to"},
      examples = "{\"from\": \"2025-09-01T14:00:00Z\", \"to\": \"2025-09-02T13:50:00Z\"}")
  public record WindowWish(
      Instant from,
      Instant to,
      @Schema(description = "How to compare: bayes (when not given) or correlation")
          String estimator,
      @Schema(
              description =
                  "How gas spreads: plume2d, plume2d-compatible, deep-blow or enclosed; what suits the template when not given")
          String model) {}

  /** The answer to who asks for an estimation. */
  @Schema(name = "EstimationAnswer", examples = "{\"result\": " + EstimationBody.EXAMPLE + "}")
  public record EstimationAnswer(EstimationBody result) {}

  /** The answer to who asks for the estimations. */
  @Schema(name = "EstimationList", examples = "{\"result\": [" + EstimationBody.EXAMPLE + "]}")
  @JsonbNillable(false)
  public record EstimationList(List<EstimationBody> result, String next) implements Page {}
}
