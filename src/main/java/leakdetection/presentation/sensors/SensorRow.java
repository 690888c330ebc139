package leakdetection.presentation.sensors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import leakdetection.application.sensors.SensorState;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.presentation.web.Texts;

/**
 * A sensor as the pages show it.
 *
 * @param field capitalised
 * @param state the state's label, for style sheet and script
 * @param word the state as people say it
 * @param ppmv with one decimal; a dash before the first reading
 * @param instant ISO-8601; empty before the first reading
 * @param time in UTC; empty before the first reading
 */
public record SensorRow(
    long id,
    String name,
    String field,
    long templateId,
    String template,
    String state,
    String word,
    String ppmv,
    String instant,
    String time) {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Returns a sensor in the reader's language. */
  public static SensorRow of(SensorStatus status, Texts texts) {
    return new SensorRow(
        status.id(),
        status.name(),
        capitalised(status.field()),
        status.templateId(),
        status.template(),
        status.state().label(),
        wordOf(status.state(), texts),
        status.timestamp().map(at -> number(status.ppmv(), texts)).orElse("–"),
        status.timestamp().map(Instant::toString).orElse(""),
        status.timestamp().map(TIME::format).orElse(""));
  }

  static String wordOf(SensorState state, Texts texts) {
    return texts.get("state." + state.label());
  }

  private static String number(double ppmv, Texts texts) {
    return String.format(texts.locale(), "%,.1f", ppmv);
  }

  private static String capitalised(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
