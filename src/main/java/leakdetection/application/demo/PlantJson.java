package leakdetection.application.demo;

import java.util.List;
import java.util.stream.Collectors;
import leakdetection.domain.sensors.Position;

/**
 * The demo plant as the members that the API takes, templates with their sensors. Paths are
 * relative to the folder of the file.
 */
final class PlantJson {

  private PlantJson() {}

  static String of(List<DemoTemplate> templates) {
    return templates.stream()
        .map(PlantJson::template)
        .collect(Collectors.joining(",\n", "{\n  \"templates\": [\n", "\n  ]\n}\n"));
  }

  private static String template(DemoTemplate template) {
    String folder = "environment/" + template.folder() + "/";
    return String.join(
        "\n",
        "    {",
        "      \"fieldId\": " + template.field().id() + ",",
        "      \"name\": \"" + template.name() + "\",",
        "      \"angleFromNorth\": " + Decimals.text(template.angleFromNorth(), 1) + ",",
        "      \"height\": " + Decimals.text(template.height(), 1) + ",",
        "      \"currentsPath\": \"" + folder + "currents.csv\",",
        "      \"wavesPath\": \"" + folder + "waves.csv\",",
        "      \"simulatedLeaksPath\": \"" + folder + "leaks.csv\",",
        template.sensors().stream()
            .map(PlantJson::sensor)
            .collect(Collectors.joining(",\n", "      \"sensors\": [\n", "\n      ]")),
        "    }");
  }

  private static String sensor(DemoSensor sensor) {
    Position position = sensor.position();
    return "        {\"name\": \""
        + sensor.name()
        + "\", \"x\": "
        + Decimals.text(position.x(), 2)
        + ", \"y\": "
        + Decimals.text(position.y(), 2)
        + ", \"z\": "
        + Decimals.text(position.z(), 2)
        + "}";
  }
}
