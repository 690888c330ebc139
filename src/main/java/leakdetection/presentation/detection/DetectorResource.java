package leakdetection.presentation.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import leakdetection.application.detection.Assignment;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.DetectorChoice;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.JsonMembers;
import leakdetection.spi.DetectorDescriptor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The detectors that are installed, and which one judges a sensor. */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "detectors")
public class DetectorResource {

  @Inject DetectorCatalogue catalogue;
  @Inject DetectorChoice choice;

  @GET
  @Path("detectors")
  @Operation(
      summary = "List the installed detectors",
      description =
          """
          Built-in ones and those of plug-in jars (with the SHA-256 of the jar), each with its \
          parameters: name, unit, bounds and default. `refused` names the plug-ins that were not \
          installed and why.""")
  @APIResponseSchema(value = DetectorList.class, responseDescription = "The detectors")
  public DetectorList all() {
    return new DetectorList(
        catalogue.installed().stream().map(DetectorBody::of).toList(),
        catalogue.refused().stream()
            .map(plugin -> new RefusedBody(plugin.source(), plugin.sha256(), plugin.reason()))
            .toList());
  }

  @GET
  @Path("sensors/{id}/detector")
  @Operation(
      summary = "Show which detector judges a sensor",
      description = "With the value of every setting, defaults included, and its thresholds.")
  @APIResponseSchema(value = ChoiceAnswer.class, responseDescription = "The detector")
  public ChoiceAnswer ofSensor(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return answer(choice.of(id));
  }

  @PUT
  @Path("sensors/{id}/detector")
  @Operation(
      summary = "Let another detector judge a sensor",
      description =
          """
          Settings that are not sent take their defaults. The detector is tried on the sensor's \
          baseline first; if that fails (422), the old one stays in force. The new one is shown the \
          sensor's history, so there is no blind time.""")
  @APIResponseSchema(value = ChoiceAnswer.class, responseDescription = "The detector in force")
  public ChoiceAnswer choose(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ChoiceWish.class)))
          JsonMembers body) {
    body.allowOnly(ChoiceWish.class);
    String detector = body.text("id").orElse(null);
    Map<String, Double> settings = body.numbers("settings");
    body.check(
        () -> {
          if (detector == null) {
            throw RefusedException.invalid("id", "The id of the detector must be given.");
          }
        });
    body.throwIfRefused();
    return answer(choice.choose(id, detector, settings));
  }

  private static ChoiceAnswer answer(Assignment assignment) {
    return new ChoiceAnswer(
        new ChoiceBody(
            assignment.detector().id(),
            assignment.context().settings().asMap(),
            assignment.thresholds().warning(),
            assignment.thresholds().critical()));
  }

  /** A detector as it is answered; thresholds in percent. */
  @Schema(name = "Detector")
  public record DetectorBody(
      String id,
      String name,
      String summary,
      String reference,
      double warning,
      double critical,
      List<ParameterBody> parameters,
      String source,
      String sha256) {

    static DetectorBody of(InstalledDetector detector) {
      DetectorDescriptor descriptor = detector.descriptor();
      return new DetectorBody(
          descriptor.id(),
          descriptor.name(),
          descriptor.summary(),
          descriptor.reference(),
          descriptor.warning(),
          descriptor.critical(),
          descriptor.parameters().stream().map(ParameterBody::of).toList(),
          detector.source(),
          detector.sha256());
    }
  }

  /** One setting of a detector. */
  @Schema(name = "DetectorParameter")
  public record ParameterBody(
      String name,
      String label,
      String unit,
      boolean integer,
      double defaultValue,
      double min,
      double max,
      String help) {

    static ParameterBody of(leakdetection.spi.Parameter parameter) {
      return new ParameterBody(
          parameter.name(),
          parameter.label(),
          parameter.unit(),
          parameter.integer(),
          parameter.defaultValue(),
          parameter.min(),
          parameter.max(),
          parameter.help());
    }
  }

  /** A plug-in that was not installed. */
  @Schema(name = "RefusedPlugin")
  public record RefusedBody(String source, String sha256, String reason) {}

  /** The answer to who asks for the detectors. */
  @Schema(
      name = "DetectorList",
      examples =
          """
          {"result": [{"id": "threshold", "name": "Threshold", "summary": "Fixed limits.",
                       "reference": "", "warning": 100, "critical": 200, "source": "built-in",
                       "sha256": "", "parameters": []}], "refused": []}""")
  public record DetectorList(List<DetectorBody> result, List<RefusedBody> refused) {}

  /** Which detector is to judge a sensor. */
  @Schema(
      name = "DetectorChoiceWish",
      requiredProperties = "id",
      examples = "{\"id\": \"matrix-profile\", \"settings\": {\"window\": 144}}")
  public record ChoiceWish(String id, Map<String, Double> settings) {}

  /** Which detector judges a sensor; thresholds in percent. */
  @Schema(name = "DetectorChoice")
  public record ChoiceBody(
      String id, Map<String, Double> settings, double warning, double critical) {}

  /** The answer to who asks for a sensor's detector. */
  @Schema(
      name = "DetectorChoiceAnswer",
      examples =
          """
          {"result": {"id": "matrix-profile", "settings": {"window": 144},
                      "warning": 100, "critical": 200}}""")
  public record ChoiceAnswer(ChoiceBody result) {}
}
