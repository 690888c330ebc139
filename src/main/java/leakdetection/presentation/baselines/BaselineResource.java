package leakdetection.presentation.baselines;

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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import leakdetection.application.baselines.BaselineBank;
import leakdetection.domain.baselines.Baseline;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bank: baselines that are offered to every sensor. */
@Path("baselines")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "baselines")
public class BaselineResource {

  @Inject BaselineBank bank;

  @GET
  @Operation(summary = "List the bank of baselines", description = "By name, without readings.")
  @APIResponseSchema(value = BaselineList.class, responseDescription = "The baselines")
  public BaselineList all() {
    return new BaselineList(bank.all().stream().map(BaselineBody::of).toList());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Export a baseline", description = "With its readings, ppmv, oldest first.")
  @APIResponseSchema(value = ExportAnswer.class, responseDescription = "The baseline")
  public ExportAnswer export(
      @PathParam("id") @Parameter(description = "The baseline's id", example = "1") long id) {
    return new ExportAnswer(ExportBody.of(bank.get(id)));
  }

  @POST
  @Operation(
      summary = "Add a baseline to the bank",
      description = "At least 288 readings; null where two recordings were joined.")
  @APIResponseSchema(
      value = BaselineAnswer.class,
      responseCode = "201",
      responseDescription = "The baseline, with its address in `Location`")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response add(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewBaseline.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    String name = body.text("name").orElse("");
    String provenance = body.text("provenance").orElse("");
    double seconds = body.number("intervalSeconds").orElse(600.0);
    double[] ppmv = body.numberList("ppmv").stream().mapToDouble(Double::doubleValue).toArray();
    body.throwIfRefused();
    Baseline added = bank.add(name, ppmv, Duration.ofSeconds((long) seconds), provenance);
    return Response.created(uri.getBaseUriBuilder().path("baselines/{id}").build(added.id()))
        .entity(new BaselineAnswer(BaselineBody.of(added)))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Take a baseline out of the bank",
      description = "Refused (409) for the first one and for one that is or was in force.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public void remove(
      @PathParam("id") @Parameter(description = "The baseline's id", example = "5") long id) {
    bank.remove(id);
  }

  /** What a new baseline is made of. */
  @Schema(
      name = "NewBaseline",
      requiredProperties = {"name", "ppmv"},
      examples =
          """
          {"name": "calm summer", "intervalSeconds": 600, "provenance": "19XT1316, June 2021",
           "ppmv": [31.2, 30.8, 30.9]}""")
  public record NewBaseline(
      String name, long intervalSeconds, String provenance, List<Double> ppmv) {}

  /** A baseline with its readings; null where two recordings were joined. */
  @Schema(name = "BaselineExport")
  public record ExportBody(long id, String name, long intervalSeconds, List<Double> ppmv) {

    static ExportBody of(Baseline baseline) {
      return new ExportBody(
          baseline.id(),
          baseline.name(),
          baseline.interval().toSeconds(),
          Arrays.stream(baseline.series().ppmv())
              .mapToObj(value -> Double.isFinite(value) ? Double.valueOf(value) : null)
              .toList());
    }
  }

  /** The answer to who exports a baseline. */
  @Schema(
      name = "BaselineExportAnswer",
      examples =
          """
          {"result": {"id": 1, "name": "high", "intervalSeconds": 600, "ppmv": [31.2, 30.8]}}""")
  public record ExportAnswer(ExportBody result) {}

  /** The answer to who adds a baseline. */
  @Schema(name = "BaselineAnswer", examples = "{\"result\": " + BaselineBody.EXAMPLE + "}")
  public record BaselineAnswer(BaselineBody result) {}

  /** The answer to who asks for the bank. */
  @Schema(name = "BaselineList", examples = "{\"result\": [" + BaselineBody.EXAMPLE + "]}")
  public record BaselineList(List<BaselineBody> result) {}
}
