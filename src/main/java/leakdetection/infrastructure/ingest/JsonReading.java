package leakdetection.infrastructure.ingest;

import jakarta.json.stream.JsonParser;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import leakdetection.domain.tsd.BrokenTextException;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.PushedReading;
import leakdetection.domain.tsd.RawReading;

/** Reads one reading after the other from a JSON parser. Not thread-safe. */
final class JsonReading {

  /** How deep a value that is passed over may be nested; the parser itself fails at 1,000. */
  private static final int DEEPEST = 100;

  private final JsonParser parser;
  private Optional<String> sensor;
  private Instant time;
  private OptionalDouble ppmv;
  private String wrong;

  JsonReading(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the rest of an object that has begun; of a member that is sent twice the last counts. */
  void read(long line, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed) {
    sensor = Optional.empty();
    time = null;
    ppmv = OptionalDouble.empty();
    wrong = null;
    while (parser.next() != JsonParser.Event.END_OBJECT) {
      member(parser.getString(), parser.next());
    }
    if (wrong == null && time == null) {
      wrong = "The member timestamp is missing; allowed is " + IsoTime.ALLOWED + ".";
    }
    if (wrong == null && ppmv.isEmpty()) {
      wrong =
          "The member ppmv is missing; allowed is a number in ppmv, or null where there is none.";
    }
    if (wrong != null) {
      malformed.accept(new MalformedLine(line, wrong));
    } else {
      readings.accept(new PushedReading(line, sensor, new RawReading(time, ppmv.getAsDouble())));
    }
  }

  private void member(String name, JsonParser.Event value) {
    switch (name) {
      case "sensor" -> sensor(value);
      case "timestamp" -> timestamp(value);
      case "ppmv" -> ppmv(value);
      default -> skip(value);
    }
  }

  private void sensor(JsonParser.Event value) {
    if (value == JsonParser.Event.VALUE_STRING || value == JsonParser.Event.VALUE_NUMBER) {
      sensor = Optional.of(parser.getString()).filter(text -> !text.isEmpty());
    } else if (value != JsonParser.Event.VALUE_NULL) {
      refuse(value, "The sensor must be an id or a plant tag.");
    }
  }

  private void timestamp(JsonParser.Event value) {
    if (value != JsonParser.Event.VALUE_STRING) {
      refuse(value, "The timestamp must be a text: " + IsoTime.ALLOWED + ".");
      return;
    }
    String text = parser.getString();
    time = IsoTime.parse(text).orElse(null);
    if (time == null) {
      wrong = "The time %s is none; allowed is %s.".formatted(Shown.of(text), IsoTime.ALLOWED);
    }
  }

  private void ppmv(JsonParser.Event value) {
    switch (value) {
      case VALUE_NULL -> ppmv = OptionalDouble.of(Double.NaN);
      case VALUE_NUMBER -> ppmv = OptionalDouble.of(Double.parseDouble(parser.getString()));
      case VALUE_STRING -> {
        String text = parser.getString();
        ppmv = PpmvText.parse(text);
        if (ppmv.isEmpty()) {
          wrong =
              "The value %s is none; allowed is %s.".formatted(Shown.of(text), PpmvText.ALLOWED);
        }
      }
      default -> refuse(value, "The ppmv must be a number, or null where there is none.");
    }
  }

  private void refuse(JsonParser.Event value, String message) {
    wrong = message;
    skip(value);
  }

  private void skip(JsonParser.Event value) {
    skip(parser, value);
  }

  /**
   * Passes over the rest of a value that has begun. Not by the parser's own means, which never ends
   * when the text ends too early (Parsson 1.1).
   *
   * @throws BrokenTextException if it is nested too deeply
   */
  static void skip(JsonParser parser, JsonParser.Event begun) {
    int depth = 0;
    for (JsonParser.Event event = begun; ; event = parser.next()) {
      depth +=
          switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
          };
      if (depth == 0) {
        return;
      }
      if (depth > DEEPEST) {
        throw new BrokenTextException(
            "The text is nested deeper than %d levels.".formatted(DEEPEST));
      }
    }
  }
}
