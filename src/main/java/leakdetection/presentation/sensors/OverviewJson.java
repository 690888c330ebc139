package leakdetection.presentation.sensors;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;
import leakdetection.presentation.streams.StreamJson;

/**
 * The messages of the overview's stream: first the list of all sensors, then what is new, each with
 * its {@code kind}.
 */
final class OverviewJson {

  private OverviewJson() {}

  /** Returns the first message. */
  static String all(List<SensorStatus> sensors) {
    return StreamJson.message(sensors, OverviewJson::write);
  }

  /** Returns the sensors that changed and the ids of those that are gone. */
  static String changed(List<SensorStatus> sensors, List<Long> removed) {
    return StreamJson.message(
        sensors,
        (json, all) -> {
          begin(json, "sensors");
          json.writeFieldName("sensors");
          write(json, all);
          json.writeArrayFieldStart("removed");
          for (Long id : removed) {
            json.writeNumber(id);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** Returns the change of a sensor's state. */
  static String sensorEvent(SensorEvent event) {
    return StreamJson.message(
        event,
        (json, raised) -> {
          begin(json, "sensorEvent");
          json.writeFieldName("event");
          StreamJson.write(json, raised);
          json.writeEndObject();
        });
  }

  /** Returns a message to the operators. */
  static String systemEvent(SystemEvent event) {
    return StreamJson.message(
        event,
        (json, raised) -> {
          begin(json, "systemEvent");
          json.writeFieldName("event");
          StreamJson.write(json, raised);
          json.writeEndObject();
        });
  }

  private static void begin(JsonGenerator json, String kind) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
  }

  private static void write(JsonGenerator json, List<SensorStatus> sensors) throws IOException {
    json.writeStartArray();
    for (SensorStatus sensor : sensors) {
      write(json, sensor);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, SensorStatus sensor) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", sensor.id());
    json.writeStringField("name", sensor.name());
    json.writeStringField("field", sensor.field());
    json.writeNumberField("templateId", sensor.templateId());
    json.writeStringField("template", sensor.template());
    json.writeStringField("state", sensor.state().label());
    StreamJson.writeNumber(json, "score", sensor.score());
    StreamJson.writeNumber(json, "ppmv", sensor.ppmv());
    json.writeStringField("timestamp", sensor.timestamp().map(Object::toString).orElse(null));
    json.writeFieldName("trend");
    json.writeArray(sensor.trend(), 0, sensor.trend().length);
    json.writeEndObject();
  }
}
