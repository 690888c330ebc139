package leakdetection.infrastructure.seed;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.fields.Field;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.templates.EnvironmentPaths;
import leakdetection.domain.templates.Template;
import leakdetection.domain.templates.TemplateRepository;
import leakdetection.domain.templates.TemplateShape;

/** In debug mode, gives an empty database the templates and sensors of {@code mock/demo.json}. */
@ApplicationScoped
public class DemoPlantFile {

  private static final Logger LOG = Logger.getLogger(DemoPlantFile.class.getName());

  @Inject ProductSettings settings;
  @Inject TemplateRepository stored;
  @Inject SensorRepository sensors;
  @Inject Writer writer;
  @Inject Event<SensorMounted> mounted;

  void onStart(@Observes @Priority(300) Startup start) throws IOException {
    Path file = settings.folders().mock().resolve("demo.json");
    if (!settings.debug() || !Files.isRegularFile(file) || !stored.all().isEmpty()) {
      return;
    }
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      List<JsonObject> demo =
          reader.readObject().getJsonArray("templates").getValuesAs(JsonObject.class);
      // At once, so that a stop in between leaves no half of a plant.
      writer.write(
          () -> demo.stream().map(this::add).flatMap(List::stream).toList(),
          added ->
              added.forEach(sensor -> mounted.fire(new SensorMounted(sensor.id(), sensor.name()))));
    }
    LOG.log(Level.INFO, "The demo of {0} was set up.", file);
  }

  private List<Sensor> add(JsonObject json) {
    Template template =
        stored.add(
            new Template(
                Field.find(json.getInt("fieldId")).orElseThrow(),
                json.getString("name"),
                shape(json),
                new EnvironmentPaths(
                    json.getString("currentsPath", null),
                    json.getString("wavesPath", null),
                    json.getString("simulatedLeaksPath", null))));
    return json.getJsonArray("sensors").getValuesAs(JsonObject.class).stream()
        .map(
            sensor ->
                sensors.add(
                    Sensor.mount(
                        template,
                        sensor.getString("name"),
                        new Position(
                            number(sensor, "x"), number(sensor, "y"), number(sensor, "z")))))
        .toList();
  }

  private static TemplateShape shape(JsonObject json) {
    return new TemplateShape(
        number(json, "angleFromNorth"),
        number(json, "height"),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Double number(JsonObject json, String name) {
    return json.containsKey(name) ? json.getJsonNumber(name).doubleValue() : null;
  }
}
