package leakdetection.presentation.streams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.tsd.TimeSeriesData;

/** The streams' messages: {@code {"result": ...}} with one item, or with the list of a history. */
public final class StreamJson {

  private static final JsonFactory JSON = new JsonFactory();

  private StreamJson() {}

  /** Writes one item or one value. */
  @FunctionalInterface
  public interface Part<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  /** Returns the message with a reading. */
  public static StreamItem reading(TimeSeriesData reading) {
    return new StreamItem(reading.id(), message(reading, StreamJson::write));
  }

  /** Returns the history of readings. */
  public static FirstMessage readings(List<TimeSeriesData> history) {
    return history(history, StreamJson::write, TimeSeriesData::id);
  }

  /** Returns the message with a detection. */
  public static StreamItem detection(AnomalyDetection detection) {
    return new StreamItem(detection.id(), message(detection, StreamJson::write));
  }

  /** Returns the history of detections. */
  public static FirstMessage detections(List<AnomalyDetection> history) {
    return history(history, StreamJson::write, AnomalyDetection::id);
  }

  /** Returns the message with an estimation. */
  public static StreamItem estimation(KeptEstimation estimation) {
    return new StreamItem(estimation.id(), message(estimation, StreamJson::write));
  }

  /** Returns the history of estimations. */
  public static FirstMessage estimations(List<KeptEstimation> history) {
    return history(history, StreamJson::write, KeptEstimation::id);
  }

  /** Returns the message with a sensor event. */
  public static StreamItem sensorEvent(SensorEvent event) {
    return new StreamItem(event.id(), message(event, StreamJson::write));
  }

  /** Returns the last sensor event as one object; nothing when there is none. */
  public static FirstMessage lastSensorEvent(Optional<SensorEvent> last) {
    return last.map(StreamJson::sensorEvent)
        .map(item -> new FirstMessage(Optional.of(item.text()), item.id()))
        .orElse(FirstMessage.NONE);
  }

  /** Returns the message with a system event. */
  public static StreamItem systemEvent(SystemEvent event) {
    return new StreamItem(event.id(), message(event, StreamJson::write));
  }

  /** Returns the message with an item that the part writes. */
  public static <T> String message(T item, Part<T> part) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeFieldName("result");
      part.write(json, item);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static <T> FirstMessage history(List<T> items, Part<T> part, ToLongFunction<T> id) {
    String text =
        message(
            items,
            (json, all) -> {
              json.writeStartArray();
              for (T item : all) {
                part.write(json, item);
              }
              json.writeEndArray();
            });
    return new FirstMessage(
        Optional.of(text), items.stream().mapToLong(id).max().orElse(Long.MIN_VALUE));
  }

  private static void write(JsonGenerator json, TimeSeriesData reading) throws IOException {
    json.writeStartObject();
    writeMembers(json, reading);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, TimeSeriesData reading) throws IOException {
    json.writeNumberField("id", reading.id());
    json.writeNumberField("ppmv", reading.ppmv());
    json.writeStringField("timestamp", reading.timestamp().toString());
  }

  private static void write(JsonGenerator json, AnomalyDetection detection) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", detection.id());
    json.writeStringField("value", detection.deviation().label());
    writeNumber(json, "score", detection.score());
    json.writeObjectFieldStart("timeSeriesData");
    writeMembers(json, detection.timeSeriesData());
    json.writeNumberField("sensorId", detection.sensorId());
    json.writeEndObject();
    json.writeBooleanField("interactiveFeedbackMode", detection.isInteractiveFeedbackMode());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, KeptEstimation estimation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", estimation.id());
    if (estimation.detectionId().isPresent()) {
      json.writeNumberField("detectionId", estimation.detectionId().get());
    } else {
      json.writeNullField("detectionId");
    }
    json.writeStringField("result", estimation.result().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  /** Writes a number, or null for NaN. */
  public static void writeNumber(JsonGenerator json, String name, double number)
      throws IOException {
    if (Double.isNaN(number)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, number);
    }
  }

  /** Writes a sensor event. */
  public static void write(JsonGenerator json, SensorEvent event) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", event.id());
    json.writeStringField("type", event.type().label());
    json.writeNumberField("sensorId", event.sensorId());
    json.writeStringField("timestamp", event.timestamp().toString());
    if (event.condition().fault().isPresent()) {
      json.writeStringField("fault", event.condition().fault().get().label());
    }
    if (event.isJudgedLate()) {
      json.writeBooleanField("judgedLate", true);
    }
    json.writeEndObject();
  }

  /** Writes a system event. */
  public static void write(JsonGenerator json, SystemEvent event) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", event.id());
    json.writeStringField("type", event.type().label());
    json.writeStringField("message", event.message());
    json.writeStringField("timestamp", event.timestamp().toString());
    if (event.sensorId() != null) {
      json.writeNumberField("sensorId", event.sensorId());
    }
    json.writeEndObject();
  }
}
