package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a source pushes the readings of one sensor to. */
@Path("sensors/{id}/time-series-data")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "time series data")
public class SensorPushResource {

  @Inject PushedText text;

  @POST
  @Consumes({MediaType.APPLICATION_JSON, PushedText.NDJSON, PushedText.CSV})
  @Operation(summary = "Push readings of one sensor", description = PushedText.DESCRIPTION)
  @APIResponseSchema(
      value = PushedText.PushAnswer.class,
      responseDescription = "What became of the readings")
  @APIResponse(responseCode = "429", ref = "Problem429")
  public PushedText.PushAnswer ofOne(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = PushedBody.class)),
                @Content(
                    mediaType = PushedText.NDJSON,
                    schema = @Schema(type = SchemaType.STRING),
                    examples =
                        @ExampleObject(
                            name = "one",
                            value = "{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 92.2}")),
                @Content(
                    mediaType = PushedText.CSV,
                    schema = @Schema(type = SchemaType.STRING),
                    examples =
                        @ExampleObject(
                            name = "one",
                            value = "timestamp,ppmv\n2021-04-05T14:06:57Z,92.2\n"))
              })
          InputStream body,
      @Context HttpHeaders headers)
      throws IOException {
    return text.take(Optional.of(id), headers, body);
  }

  /** A reading as it is pushed; an array of them is allowed, too. */
  @Schema(
      name = "PushedReading",
      requiredProperties = {"timestamp", "ppmv"},
      examples = "{\"timestamp\": \"2021-04-05T14:06:57Z\", \"ppmv\": 92.2}")
  public record PushedBody(String timestamp, Double ppmv) {}
}
