package leakdetection.presentation.sensors;

import java.time.Instant;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorConfiguration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sensor as it is answered.
 *
 * @param name its plant tag
 * @param x towards starboard, m
 * @param y towards the fore, m
 * @param z upwards from the sea floor, m
 */
@Schema(name = "Sensor")
public record SensorBody(
    long id,
    String name,
    double x,
    double y,
    double z,
    long templateId,
    ConfigurationBody configuration) {

  static final String EXAMPLE =
      """
      {"id": 1, "name": "19XT1316", "x": 3.5, "y": -2.0, "z": 4.0, "templateId": 1,
       "configuration": {"pinned": false, "interactiveFeedbackMode": false,
                         "lastBaselineSelectionTimestamp": "2021-04-05T14:06:57Z",
                         "lastBaselineAugmentationTimestamp": null}}""";

  static SensorBody of(Sensor sensor) {
    Position position = sensor.position();
    return new SensorBody(
        sensor.id(),
        sensor.name(),
        position.x(),
        position.y(),
        position.z(),
        sensor.template().id(),
        ConfigurationBody.of(sensor.configuration()));
  }

  /** What people set for a sensor; the times are null while its baseline was never tended. */
  @Schema(name = "SensorConfiguration")
  public record ConfigurationBody(
      boolean pinned,
      boolean interactiveFeedbackMode,
      Instant lastBaselineSelectionTimestamp,
      Instant lastBaselineAugmentationTimestamp) {

    static ConfigurationBody of(SensorConfiguration configuration) {
      return new ConfigurationBody(
          configuration.isPinned(),
          configuration.isInteractiveFeedbackMode(),
          configuration.lastBaselineSelection().orElse(null),
          configuration.lastBaselineAugmentation().orElse(null));
    }
  }
}
