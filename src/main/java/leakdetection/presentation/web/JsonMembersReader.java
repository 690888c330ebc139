package leakdetection.presentation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Reads a body that is one JSON object, of at most {@value #MAX_BYTES} bytes, in UTF-8. */
@Provider
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class JsonMembersReader implements MessageBodyReader<JsonMembers> {

  /** How deep a body may be nested; no request needs more than a few levels. */
  private static final int DEEPEST = 64;

  /** The largest body, bytes. */
  static final int MAX_BYTES = 1 << 20;

  private static final List<String> BODY = List.of("body");

  private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == JsonMembers.class;
  }

  @Override
  public JsonMembers readFrom(
      Class<JsonMembers> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new RequestException(
          413,
          BODY,
          "The body is larger than %d bytes, the most that is allowed.".formatted(MAX_BYTES));
    }
    return new JsonMembers(object(text(bytes)));
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      throw malformed("The body is not text in UTF-8.");
    }
  }

  private JsonObject object(String text) {
    if (text.isBlank()) {
      throw malformed("The body is empty; a JSON object is needed.");
    }
    JsonValue value = value(text);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new RequestException(
        422, BODY, "The body must be a JSON object, such as {\"name\": \"A\"}.");
  }

  private JsonValue value(String text) {
    refuseTooDeep(text);
    try (JsonParser parser = parsers.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw malformed("The body goes on after its JSON value.");
      }
      return value;
    } catch (RequestException wrong) {
      throw wrong;
    } catch (JsonParsingException wrong) {
      throw malformed(
          "The body is not JSON: line %d, column %d cannot be read."
              .formatted(
                  wrong.getLocation().getLineNumber(), wrong.getLocation().getColumnNumber()));
    } catch (JsonException | IllegalStateException | NoSuchElementException wrong) {
      throw malformed("The body is not one JSON value.");
    } catch (RuntimeException wrong) {
      throw malformed(
          "The body cannot be read as JSON; a number may be too large, or it may be nested too deeply.");
    }
  }

  /** Looks before it is parsed, because the parser needs stack for every level. */
  private static void refuseTooDeep(String text) {
    int depth = 0;
    boolean inText = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inText) {
        i += c == '\\' ? 1 : 0;
        inText = c != '"';
      } else if (c == '"') {
        inText = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth > DEEPEST) {
        throw malformed(
            "The body cannot be read as JSON: it is nested deeper than %d levels."
                .formatted(DEEPEST));
      }
    }
  }

  private static RequestException malformed(String message) {
    return new RequestException(400, BODY, message);
  }
}
