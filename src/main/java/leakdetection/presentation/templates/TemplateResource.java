package leakdetection.presentation.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import leakdetection.application.templates.TemplateRegistry;
import leakdetection.domain.templates.Template;
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

/** The templates of the fields. */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "templates")
public class TemplateResource {

  @Inject TemplateRegistry templates;

  @POST
  @Path("fields/{fieldId}/templates")
  @Operation(
      summary = "Add a template to a field",
      description =
          """
          Name and angle are required. An optional size that is 0 counts as not given, so does an \
          empty text; members that are not known are ignored. Length and width are required when a \
          roof is given without an internal volume. Paths name files below the data folder.""")
  @APIResponseSchema(
      value = TemplateAnswer.class,
      responseCode = "201",
      responseDescription = "The template, with its address in `Location`")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response add(
      @PathParam("fieldId") @Parameter(description = "The field, 1 to 4", example = "1")
          long fieldId,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewTemplateBody.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    TemplateWish.NewTemplate wish = new TemplateWish(body).newTemplate();
    Template template =
        templates.add(fieldId, wish.name(), wish.shape(), wish.environment(), wish.conditions());
    return Response.created(uri.getBaseUriBuilder().path("templates/{id}").build(template.id()))
        .entity(new TemplateAnswer(TemplateBody.of(template)))
        .build();
  }

  @GET
  @Path("fields/{fieldId}/templates")
  @Operation(summary = "List the templates of a field", description = "By id, in pages.")
  @APIResponseSchema(value = TemplateList.class, responseDescription = "The templates")
  public TemplateList list(
      @PathParam("fieldId") @Parameter(description = "The field, 1 to 4", example = "1")
          long fieldId,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    return Page.of(
        templates.ofField(fieldId, page.id(0), limit + 1),
        limit,
        TemplateBody::of,
        Template::id,
        TemplateList::new);
  }

  @GET
  @Path("templates/{id}")
  @Operation(summary = "Show a template", description = "Lengths in metres, angles in degrees.")
  @APIResponseSchema(value = TemplateAnswer.class, responseDescription = "The template")
  public TemplateAnswer get(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id) {
    return new TemplateAnswer(TemplateBody.of(templates.get(id)));
  }

  @PATCH
  @Path("templates/{id}")
  @Operation(
      summary = "Change a template",
      description =
          """
          Any subset of the members. One that is not sent stays as it is; null or an empty text \
          takes an optional member away. Other members are refused (422) by name.""")
  @APIResponseSchema(value = TemplateAnswer.class, responseDescription = "The changed template")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public TemplateAnswer change(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = TemplateChangeBody.class)))
          JsonMembers body) {
    body.allowOnly(NewTemplateBody.class);
    return new TemplateAnswer(
        TemplateBody.of(templates.change(id, new TemplateWish(body)::change)));
  }

  @DELETE
  @Path("templates/{id}")
  @Operation(
      summary = "Remove a template",
      description =
          """
          A template that carries sensors is removed only with `cascade=true`, and its sensors with \
          all their data go with it.""")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public void remove(
      @PathParam("id") @Parameter(description = "The template's id", example = "1") long id,
      @QueryParam("cascade")
          @Parameter(description = "Whether its sensors go with it; false when not given")
          Boolean cascade) {
    templates.remove(id, Boolean.TRUE.equals(cascade));
  }

  /** What a new template may be given; described here, read by {@link TemplateWish}. */
  @Schema(
      name = "NewTemplate",
      requiredProperties = {"name", "angleFromNorth"},
      examples =
          """
          {"name": "A", "angleFromNorth": 45, "currentsPath": "environment/currents.csv",
           "height": 6, "zRoof": 6, "length": 20, "width": 16, "waterDepth": 300}""")
  public record NewTemplateBody(
      String name,
      @Schema(minimum = "0", maximum = "360") double angleFromNorth,
      String currentsPath,
      String wavesPath,
      String simulatedLeaksPath,
      Double height,
      Double zRoof,
      TemplateBody.SidesBody porosity,
      TemplateBody.SidesBody wallArea,
      TemplateBody.SidesBody inclination,
      Double internalVolume,
      Double length,
      Double width,
      @Schema(minimum = "5", maximum = "3000", description = "m; 90 when not given")
          Double waterDepth,
      @Schema(minimum = "-2", maximum = "30", description = "degC; 6 when not given")
          Double waterTemperature,
      @Schema(
              minimum = "0.0005",
              maximum = "0.1",
              description = "m, of the hole that gas leaves by; 0.003 when not given")
          Double holeDiameter,
      @Schema(
              minimum = "1",
              maximum = "1000000",
              description = "m3 gas per m3 oil in what leaks; 55 when not given, large for dry gas")
          Double gasToOilRatio,
      @Schema(
              minimum = "1",
              maximum = "1440",
              description = "minutes within which sensors follow the water; 120 when not given")
          Double sensorTimeConstant) {}

  /** What of a template may be changed; described here, read by {@link TemplateWish}. */
  @Schema(
      name = "TemplateChange",
      allOf = NewTemplateBody.class,
      examples = "{\"name\": \"B\", \"angleFromNorth\": 90, \"zRoof\": null}")
  public record TemplateChangeBody() {}

  /** The answer to who asks for one template. */
  @Schema(name = "TemplateAnswer", examples = "{\"result\": " + TemplateBody.EXAMPLE + "}")
  public record TemplateAnswer(TemplateBody result) {}

  /** The answer to who asks for templates. */
  @Schema(name = "TemplateList", examples = "{\"result\": [" + TemplateBody.EXAMPLE + "]}")
  @JsonbNillable(false)
  public record TemplateList(List<TemplateBody> result, String next) implements Page {}
}
