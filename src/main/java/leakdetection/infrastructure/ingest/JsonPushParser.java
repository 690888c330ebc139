package leakdetection.infrastructure.ingest;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import leakdetection.domain.tsd.BrokenTextException;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.PushParser;
import leakdetection.domain.tsd.PushedReading;

/**
 * Reads pushed JSON token by token: an object, an array of objects, or an object in each line.
 *
 * <p>{@code {"sensor": "19XT2116", "timestamp": "2021-04-05T14:06:57Z", "ppmv": 92.2}}; the sensor
 * may be an id, the value null or a text such as {@code "nan"}; other members are passed over.
 */
final class JsonPushParser implements PushParser {

  private static final String BROKEN =
      "The text is not JSON: line %d, column %d cannot be read. Allowed are an object with"
          + " timestamp and ppmv, or an array of them.";

  private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

  @Override
  public void read(
      Reader source, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed)
      throws IOException {
    // Not closed: the source belongs to the caller.
    @SuppressWarnings("resource")
    JsonParser parser = parsers.createParser(new BoundedTokens(source));
    try {
      document(parser, readings, malformed);
    } catch (JsonParsingException wrong) {
      throw new BrokenTextException(
          BROKEN.formatted(
              wrong.getLocation().getLineNumber(), wrong.getLocation().getColumnNumber()));
    } catch (JsonException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw broken(failed);
    } catch (NoSuchElementException wrong) {
      throw broken(wrong);
    }
  }

  private static BrokenTextException broken(RuntimeException cause) {
    BrokenTextException broken =
        new BrokenTextException(
            "The text is not JSON, or ends too early. Allowed are an object with timestamp and"
                + " ppmv, or an array of them.");
    broken.initCause(cause);
    return broken;
  }

  private static void document(
      JsonParser parser, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed) {
    JsonParser.Event first = parser.next();
    if (first == JsonParser.Event.START_OBJECT) {
      new JsonReading(parser).read(1, readings, malformed);
    } else if (first == JsonParser.Event.START_ARRAY) {
      array(parser, readings, malformed);
    } else {
      malformed.accept(new MalformedLine(1, "The value is no object with timestamp and ppmv."));
    }
    if (parser.hasNext()) {
      parser.next();
      throw new BrokenTextException("The text goes on after its JSON value.");
    }
  }

  private static void array(
      JsonParser parser, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed) {
    JsonReading reading = new JsonReading(parser);
    long number = 1;
    for (JsonParser.Event event = parser.next();
        event != JsonParser.Event.END_ARRAY;
        event = parser.next()) {
      if (event == JsonParser.Event.START_OBJECT) {
        reading.read(number, readings, malformed);
      } else {
        JsonReading.skip(parser, event);
        malformed.accept(
            new MalformedLine(number, "The element is no object with timestamp and ppmv."));
      }
      number++;
    }
  }

  /** Reads a text that holds an object in each line; a bad line spoils no other. */
  void readLines(Reader source, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed)
      throws IOException {
    BufferedReader lines = new BufferedReader(new BoundedLines(source));
    long number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.length() >= BoundedLines.LIMIT) {
        malformed.accept(
            new MalformedLine(
                number,
                "The line is longer than %d characters.".formatted(BoundedLines.LIMIT - 1)));
      } else if (!line.isBlank()) {
        line(number, line, readings, malformed);
      }
      number++;
    }
  }

  private void line(
      long number,
      String text,
      Consumer<PushedReading> readings,
      Consumer<MalformedLine> malformed) {
    PushedReading[] found = new PushedReading[1];
    MalformedLine[] wrong = new MalformedLine[1];
    try (JsonParser parser = parsers.createParser(new StringReader(text))) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        wrong[0] = new MalformedLine(number, "The line is no JSON object.");
      } else {
        new JsonReading(parser).read(number, it -> found[0] = it, it -> wrong[0] = it);
        if (parser.hasNext()) {
          wrong[0] = new MalformedLine(number, "The line goes on after its JSON object.");
        }
      }
    } catch (RuntimeException notJson) {
      wrong[0] =
          new MalformedLine(number, "The line %s is no JSON object.".formatted(Shown.of(text)));
    }
    if (wrong[0] != null) {
      malformed.accept(wrong[0]);
    } else {
      readings.accept(found[0]);
    }
  }
}
