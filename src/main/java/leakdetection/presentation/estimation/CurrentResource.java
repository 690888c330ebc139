package leakdetection.presentation.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import leakdetection.application.estimation.CurrentAtTemplate;
import leakdetection.application.estimation.TemplateEnvironments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sea current at a template at one moment. */
@Path("templates/{id}/currents/at")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "estimations")
public class CurrentResource {

  @Inject TemplateEnvironments environments;
  @Inject Clock clock;

  @GET
  @Operation(
      summary = "Show the current at one moment",
      description =
          """
          The measured current that is nearest in time, as an estimation would take it; 422 where \
          none was measured. `notes` says what was assumed.""")
  @APIResponseSchema(value = CurrentAnswer.class, responseDescription = "The current")
  public CurrentAnswer at(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @QueryParam("at")
          @Parameter(
              description = "The moment; now when not given",
              example = "2025-09-01T14:00:00Z")
          Instant at) {
    CurrentAtTemplate current = environments.currentAt(id, at == null ? clock.instant() : at);
    return new CurrentAnswer(
        new CurrentBody(current.at(), current.speed(), current.direction(), current.notes()));
  }

  /** A current: its speed in m/s, and degrees clockwise from north that it flows towards. */
  @Schema(name = "Current")
  public record CurrentBody(Instant at, double speed, double towards, List<String> notes) {}

  /** The answer to who asks for the current. */
  @Schema(
      name = "CurrentAnswer",
      examples =
          """
          {"result": {"at": "2025-09-01T14:00:00Z", "speed": 0.066, "towards": 227.4,
                      "notes": []}}""")
  public record CurrentAnswer(CurrentBody result) {}
}
