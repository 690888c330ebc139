package leakdetection.presentation.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import leakdetection.application.estimation.DetectionLimitMaps;
import leakdetection.application.estimation.DetectionLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where on a template a leak would be seen, from which rate on and how soon. */
@Path("templates/{id}/detection-limits")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, AnswerFormat.CSV})
@Tag(name = "estimations")
public class DetectionLimitResource {

  @Inject DetectionLimitMaps maps;

  @GET
  @Operation(
      summary = "Map the smallest leaks that a template's sensors would show",
      description =
          """
          For each point of a grid: the smallest rate with which the reading of any sensor rises by \
          its threshold while the leak goes on under the template's currents, after how long, and \
          which sensor is first; null where no rate up to 0.01 kg/s is seen. Without `threshold` \
          each sensor's is the rise over its baseline that its detector calls critical when it lasts \
          `heldMinutes`. Rates are tried from 1e-6 kg/s in steps of 1.4. A map is kept while \
          nothing changes that it depends on.""")
  @APIResponse(
      responseCode = "200",
      description = "The map; rows of the grids by y, in them columns by x",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = DetectionLimitBody.DetectionLimitAnswer.class)),
        @Content(
            mediaType = AnswerFormat.CSV,
            schema = @Schema(type = SchemaType.STRING),
            example = "x,y,z,rate_kg_per_s,delay_s,sensor\n1.0,2.0,1.5,2.900e-05,7200,19XT2116\n")
      })
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response get(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @BeanParam DetectionLimitRequest request,
      @Context HttpHeaders headers) {
    AnswerFormat format = AnswerFormat.of(request.format, headers);
    DetectionLimits limits = maps.of(id, request.wish());
    return format == AnswerFormat.TABLE
        ? AnswerFormat.csv(DetectionLimitTable.of(limits), "detection-limits-" + id)
        : Response.ok(
                new DetectionLimitBody.DetectionLimitAnswer(DetectionLimitBody.of(limits)),
                MediaType.APPLICATION_JSON_TYPE)
            .build();
  }

  @DELETE
  @Operation(
      summary = "Call a map off that is being computed",
      description = "Who waits for it is answered 409. Refused (404) when none is being computed.")
  @APIResponse(responseCode = "204", description = "It ends within moments")
  public void cancel(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id) {
    maps.cancel(id);
  }
}
