package leakdetection.presentation.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import leakdetection.application.feedback.ProcedureLearning;
import leakdetection.domain.baselines.Procedure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a sensor learned while interactive feedback was on. */
@Path("sensors/{id}/procedures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class ProcedureResource {

  @Inject ProcedureLearning procedures;

  @GET
  @Operation(
      summary = "List the procedures of a sensor",
      description =
          """
          Oldest first, with what was recorded: the readings of the procedure and, because a window \
          ends in it before it begins in it, the window before.""")
  @APIResponseSchema(value = ProcedureList.class, responseDescription = "The procedures")
  public ProcedureList all(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return new ProcedureList(procedures.of(id).stream().map(ProcedureBody::of).toList());
  }

  @DELETE
  @Path("{procedureId}")
  @Operation(
      summary = "Unlearn a procedure",
      description = "The feedback baseline is made anew without it. The record stays, as undone.")
  @APIResponseSchema(value = ProcedureAnswer.class, responseDescription = "The procedure, undone")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public ProcedureAnswer undo(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @PathParam("procedureId") @Parameter(description = "The procedure's id", example = "1")
          long procedureId) {
    return new ProcedureAnswer(ProcedureBody.of(procedures.undo(id, procedureId)));
  }

  /** A procedure as it is answered; readings in ppmv. */
  @Schema(name = "Procedure", examples = ProcedureBody.EXAMPLE)
  public record ProcedureBody(
      long id, long sensorId, String outcome, Instant beganAt, Instant endedAt, List<Double> ppmv) {

    static final String EXAMPLE =
        "{\"id\": 1, \"sensorId\": 1, \"outcome\": \"learned\", \"beganAt\":"
            + " \"2021-04-05T12:00:00Z\", \"endedAt\": \"2021-04-05T14:00:00Z\","
            + " \"ppmv\": [31.2, 30.8, 92.4]}";

    static ProcedureBody of(Procedure procedure) {
      return new ProcedureBody(
          procedure.id(),
          procedure.sensorId(),
          procedure.outcome().name().toLowerCase(Locale.ROOT),
          procedure.beganAt(),
          procedure.endedAt().orElse(null),
          Arrays.stream(procedure.ppmv()).boxed().toList());
    }
  }

  /** The answer to who unlearned a procedure. */
  @Schema(name = "ProcedureAnswer", examples = "{\"result\": " + ProcedureBody.EXAMPLE + "}")
  public record ProcedureAnswer(ProcedureBody result) {}

  /** The answer to who asks for the procedures. */
  @Schema(name = "ProcedureList", examples = "{\"result\": [" + ProcedureBody.EXAMPLE + "]}")
  public record ProcedureList(List<ProcedureBody> result) {}
}
