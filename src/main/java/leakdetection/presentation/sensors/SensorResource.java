package leakdetection.presentation.sensors;

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
import java.util.Optional;
import leakdetection.application.feedback.InteractiveFeedback;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.Names;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
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

/** The sensors of the templates. */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sensors")
public class SensorResource {

  @Inject SensorRegistry sensors;
  @Inject InteractiveFeedback feedback;

  @POST
  @Path("templates/{templateId}/sensors")
  @Operation(
      summary = "Mount a sensor on a template",
      description =
          """
          All four members are required. The name is the plant tag and unique among all sensors; \
          the position is in the template's frame. The feed of the sensor starts at once.""")
  @APIResponseSchema(
      value = SensorAnswer.class,
      responseCode = "201",
      responseDescription = "The sensor, with its address in `Location`")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response mount(
      @PathParam("templateId") @Parameter(description = "The template's id", example = "1")
          long templateId,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewSensor.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    NewSensor wish = NewSensor.of(body);
    Sensor sensor = sensors.mount(templateId, wish.name(), wish.position());
    return Response.created(uri.getBaseUriBuilder().path("sensors/{id}").build(sensor.id()))
        .entity(answer(sensor))
        .build();
  }

  @GET
  @Path("templates/{templateId}/sensors")
  @Operation(summary = "List the sensors of a template", description = "By id, in pages.")
  @APIResponseSchema(value = SensorList.class, responseDescription = "The sensors")
  public SensorList ofTemplate(
      @PathParam("templateId") @Parameter(description = "The template's id", example = "1")
          long templateId,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    return list(sensors.ofTemplate(templateId, page.id(0), limit + 1), limit);
  }

  @GET
  @Path("sensors")
  @Operation(
      summary = "List all sensors, or those that are pinned",
      description = "By id, in pages.")
  @APIResponseSchema(value = SensorList.class, responseDescription = "The sensors")
  public SensorList all(
      @QueryParam("pinned")
          @Parameter(description = "Only pinned ones (true), only others (false); all without it")
          Boolean pinned,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    return list(sensors.page(Optional.ofNullable(pinned), page.id(0), limit + 1), limit);
  }

  @GET
  @Path("sensors/{id}")
  @Operation(summary = "Show a sensor", description = "With what people set for it.")
  @APIResponseSchema(value = SensorAnswer.class, responseDescription = "The sensor")
  public SensorAnswer get(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return answer(sensors.get(id));
  }

  @PATCH
  @Path("sensors/{id}")
  @Operation(
      summary = "Rename or move a sensor",
      description =
          """
          Any subset of name, x, y and z; what is not sent stays as it is. Other members are \
          refused (422) by name.""")
  @APIResponseSchema(value = SensorAnswer.class, responseDescription = "The changed sensor")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public SensorAnswer change(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SensorChangeBody.class)))
          JsonMembers body) {
    body.allowOnly(SensorChangeBody.class);
    return answer(sensors.change(id, sensor -> change(sensor, body)));
  }

  static void change(Sensor sensor, JsonMembers body) {
    if (body.has("name")) {
      String name = body.text("name").orElse(null);
      body.check(() -> sensor.rename(name));
    }
    Position now = sensor.position();
    double x = body.has("x") ? body.requiredNumber("x") : now.x();
    double y = body.has("y") ? body.requiredNumber("y") : now.y();
    double z = body.has("z") ? body.requiredNumber("z") : now.z();
    body.check(() -> sensor.move(new Position(x, y, z)));
    body.throwIfRefused();
  }

  @DELETE
  @Path("sensors/{id}")
  @Operation(
      summary = "Remove a sensor",
      description = "Stops its feed and removes it with all its data.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void remove(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    sensors.remove(id);
  }

  @PATCH
  @Path("sensors/{id}/pin/toggle")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Pin a sensor to the dashboard, or take it off",
      description = "Takes no body; one that is sent is ignored.")
  @APIResponseSchema(value = SensorAnswer.class, responseDescription = "The changed sensor")
  public SensorAnswer togglePin(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return answer(sensors.togglePin(id));
  }

  @PATCH
  @Path("sensors/{id}/interactive-feedback-mode/toggle")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Switch interactive feedback on or off",
      description =
          """
          On while a known operation disturbs the readings: they are then compared with the baseline \
          plus what earlier operations looked like. Refused (422) while fewer usable readings than \
          the window (144) are stored. Takes no body; one that is sent is ignored.""")
  @APIResponseSchema(value = SensorAnswer.class, responseDescription = "The changed sensor")
  public SensorAnswer toggleInteractiveFeedback(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return answer(feedback.toggle(id));
  }

  private static SensorAnswer answer(Sensor sensor) {
    return new SensorAnswer(SensorBody.of(sensor));
  }

  private static SensorList list(List<Sensor> found, int limit) {
    return Page.of(found, limit, SensorBody::of, Sensor::id, SensorList::new);
  }

  /** What a new sensor is made of: its plant tag and its place in the template's frame, m. */
  @Schema(
      name = "NewSensor",
      requiredProperties = {"name", "x", "y", "z"},
      examples = "{\"name\": \"19XT1316\", \"x\": 3.5, \"y\": -2, \"z\": 4}")
  public record NewSensor(String name, double x, double y, double z) {

    static NewSensor of(JsonMembers body) {
      String name = body.text("name").orElse(null);
      body.check(() -> Names.checked(name));
      NewSensor wish =
          new NewSensor(
              name, body.requiredNumber("x"), body.requiredNumber("y"), body.requiredNumber("z"));
      body.check(wish::position);
      body.throwIfRefused();
      return wish;
    }

    Position position() {
      return new Position(x, y, z);
    }
  }

  /** What of a sensor may be changed. */
  @Schema(name = "SensorChange", examples = "{\"name\": \"19XT1317\", \"z\": 4.5}")
  public record SensorChangeBody(String name, Double x, Double y, Double z) {}

  /** The answer to who asks for one sensor. */
  @Schema(name = "SensorAnswer", examples = "{\"result\": " + SensorBody.EXAMPLE + "}")
  public record SensorAnswer(SensorBody result) {}

  /** The answer to who asks for sensors. */
  @Schema(name = "SensorList", examples = "{\"result\": [" + SensorBody.EXAMPLE + "]}")
  @JsonbNillable(false)
  public record SensorList(List<SensorBody> result, String next) implements Page {}
}
