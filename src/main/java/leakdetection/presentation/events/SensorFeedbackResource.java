package leakdetection.presentation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import leakdetection.application.feedback.EventLessons;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What operators said of the events of one sensor. */
@Path("sensors/{id}/feedback")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class SensorFeedbackResource {

  private static final int MOST = 1000;

  @Inject EventLessons lessons;

  @GET
  @Operation(
      summary = "List what was said of a sensor's events",
      description = "Newest first, the last 1,000, with what was taken back.")
  @APIResponseSchema(
      value = EventFeedbackResource.FeedbackList.class,
      responseDescription = "What was said")
  public EventFeedbackResource.FeedbackList of(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return new EventFeedbackResource.FeedbackList(
        lessons.ofSensor(id, MOST).stream().map(EventFeedbackResource.FeedbackBody::of).toList());
  }
}
