package leakdetection.presentation.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import leakdetection.application.estimation.EnvironmentInForce;
import leakdetection.application.estimation.TemplateEnvironments;
import leakdetection.domain.templates.EnvironmentKind;
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

/** What surrounds a template: its currents, its waves and where it may leak. */
@Path("templates/{id}/{kind: currents|waves|leaks}")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, AnswerFormat.CSV})
@Tag(name = "estimations")
public class EnvironmentResource {

  @Inject TemplateEnvironments environments;

  @GET
  @Operation(
      summary = "Show a template's currents, waves or candidate leaks",
      description =
          """
          What the next estimation takes, and from where: what was sent (`upload`), the file that \
          the template names (`file`) or what the product comes with (`default`). Currents without \
          times begin with each window and repeat. As CSV: the text itself.""")
  @APIResponse(
      responseCode = "200",
      description = "What is in force",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = EnvironmentBody.EnvironmentAnswer.class)),
        @Content(
            mediaType = AnswerFormat.CSV,
            schema = @Schema(type = SchemaType.STRING),
            example = "time,u,v\n2025-09-01T00:00:00Z,-0.0487,-0.0448\n")
      })
  public Response get(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @PathParam("kind") @Parameter(description = "currents, waves or leaks", example = "currents")
          String kind,
      @QueryParam("format")
          @Parameter(description = "json or csv; goes before the header Accept", example = "json")
          String format,
      @Context HttpHeaders headers) {
    EnvironmentInForce inForce = environments.inForce(id, kind(kind));
    return AnswerFormat.of(format, headers) == AnswerFormat.TABLE
        ? AnswerFormat.csv(inForce.csv(), "template-" + id + "-" + kind)
        : json(inForce);
  }

  @PUT
  @Consumes(AnswerFormat.CSV)
  @Operation(
      summary = "Send a template's currents, waves or candidate leaks",
      description =
          """
          CSV with a header, columns by name, up to 8 MiB and 200,000 rows; it replaces what was \
          sent before. Currents: `[time,]u,v`, m/s towards east and north, empty where missing. \
          Waves: `[time,]height,period,angle_from_north`, m, s, radians. Leaks: \
          `name,rate,x,y,z,duration`, kg/s, m, s, up to 256 with names of their own. A text that \
          breaks a rule changes nothing; the message names the line.""")
  @APIResponseSchema(
      value = EnvironmentBody.EnvironmentAnswer.class,
      responseDescription = "What is in force now")
  public Response put(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @PathParam("kind") @Parameter(description = "currents, waves or leaks", example = "leaks")
          String kind,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = AnswerFormat.CSV,
                      schema = @Schema(type = SchemaType.STRING),
                      examples =
                          @ExampleObject(
                              name = "one leak",
                              value =
                                  """
                                  name,rate,x,y,z,duration
                                  VALVE-1,0.0007,3.6,-1.1,2.5,86400
                                  """)))
          InputStream body)
      throws IOException {
    return json(environments.upload(id, kind(kind), SentText.read(body)));
  }

  @DELETE
  @Operation(
      summary = "Take back what was sent of a template's currents, waves or candidate leaks",
      description = "The template's own file, else the default, counts again.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void remove(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @PathParam("kind") @Parameter(description = "currents, waves or leaks", example = "waves")
          String kind) {
    environments.remove(id, kind(kind));
  }

  private static Response json(EnvironmentInForce inForce) {
    return Response.ok(
            new EnvironmentBody.EnvironmentAnswer(EnvironmentBody.of(inForce)),
            MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private static EnvironmentKind kind(String kind) {
    return EnvironmentKind.valueOf(kind.toUpperCase(Locale.ROOT));
  }
}
