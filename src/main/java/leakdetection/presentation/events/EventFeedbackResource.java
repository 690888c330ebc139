package leakdetection.presentation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.Locale;
import java.util.Optional;
import leakdetection.application.feedback.EventLessons;
import leakdetection.domain.RefusedException;
import leakdetection.domain.events.EventFeedback;
import leakdetection.domain.events.EventVerdict;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators say of events. */
@Path("events")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class EventFeedbackResource {

  @Inject EventLessons lessons;

  @POST
  @Path("sensors/{eventId}/feedback")
  @Operation(
      summary = "Say what an event was",
      description =
          """
          `not_a_leak` teaches: the stretch is confirmed as normal and joins the sensor's baseline \
          as a new version; a second time is refused (409). `leak`, `external_cause` and \
          `maintenance` are taken down.""")
  @APIResponseSchema(
      value = FeedbackAnswer.class,
      responseCode = "201",
      responseDescription = "What was taken down")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response give(
      @PathParam("eventId") @Parameter(description = "The event's id", example = "1") long eventId,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = FeedbackWish.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    Optional<EventVerdict> verdict =
        body.parsed(
            "verdict",
            text -> EventVerdict.valueOf(text.toUpperCase(Locale.ROOT)),
            "leak, not_a_leak, external_cause or maintenance");
    String comment = body.text("comment").orElse("");
    body.check(
        () -> {
          if (!body.has("verdict")) {
            throw RefusedException.invalid(
                "verdict",
                "The verdict must be given: leak, not_a_leak, external_cause or maintenance.");
          }
        });
    body.throwIfRefused();
    EventFeedback given =
        lessons.give(
            eventId,
            verdict.orElseThrow(
                () -> RefusedException.invalid("verdict", "The verdict must not be empty.")),
            comment);
    return Response.created(
            uri.getBaseUriBuilder().path("events/sensors/{id}/feedback").build(eventId))
        .entity(new FeedbackAnswer(FeedbackBody.of(given)))
        .build();
  }

  @GET
  @Path("sensors/{eventId}/feedback")
  @Operation(summary = "List what was said of an event", description = "Oldest first.")
  @APIResponseSchema(value = FeedbackList.class, responseDescription = "What was said")
  public FeedbackList of(
      @PathParam("eventId") @Parameter(description = "The event's id", example = "1")
          long eventId) {
    return new FeedbackList(lessons.of(eventId).stream().map(FeedbackBody::of).toList());
  }

  @DELETE
  @Path("sensors/feedback/{id}")
  @Operation(
      summary = "Take feedback back",
      description =
          """
          The stretch is no longer confirmed as normal. The baseline before it comes back or, if \
          others followed, what was taught is cut out of the one in force.""")
  @APIResponseSchema(value = FeedbackAnswer.class, responseDescription = "What was taken back")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public FeedbackAnswer undo(
      @PathParam("id") @Parameter(description = "The feedback's id", example = "1") long id) {
    return new FeedbackAnswer(FeedbackBody.of(lessons.undo(id)));
  }

  /** What an operator wants to say. */
  @Schema(
      name = "FeedbackWish",
      requiredProperties = "verdict",
      examples = "{\"verdict\": \"not_a_leak\", \"comment\": \"Drilling nearby\"}")
  public record FeedbackWish(String verdict, String comment) {}

  /** Feedback as it is answered. */
  @Schema(name = "Feedback", examples = FeedbackBody.EXAMPLE)
  public record FeedbackBody(
      long id,
      long eventId,
      long sensorId,
      String verdict,
      String comment,
      Instant givenAt,
      Instant normalFrom,
      Instant normalTo,
      Integer baselineVersion,
      boolean undone) {

    static final String EXAMPLE =
        "{\"id\": 1, \"eventId\": 1, \"sensorId\": 1, \"verdict\": \"maintenance\","
            + " \"comment\": \"Valve test\", \"givenAt\": \"2021-04-05T14:06:57Z\","
            + " \"undone\": false}";

    static FeedbackBody of(EventFeedback feedback) {
      return new FeedbackBody(
          feedback.id(),
          feedback.eventId(),
          feedback.sensorId(),
          feedback.verdict().label(),
          feedback.comment(),
          feedback.givenAt(),
          feedback.normalFrom().orElse(null),
          feedback.normalTo().orElse(null),
          feedback.baselineVersion().isPresent() ? feedback.baselineVersion().getAsInt() : null,
          feedback.isUndone());
    }
  }

  /** The answer to who gave feedback. */
  @Schema(name = "FeedbackAnswer", examples = "{\"result\": " + FeedbackBody.EXAMPLE + "}")
  public record FeedbackAnswer(FeedbackBody result) {}

  /** The answer to who asks for feedback. */
  @Schema(name = "FeedbackList", examples = "{\"result\": [" + FeedbackBody.EXAMPLE + "]}")
  public record FeedbackList(List<FeedbackBody> result) {}
}
