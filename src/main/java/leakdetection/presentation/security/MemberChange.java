package leakdetection.presentation.security;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one member of a thing, as the audit page shows it.
 *
 * @param name the member's
 * @param before its value before; empty if there was none
 * @param after its value after; empty if there is none
 */
public record MemberChange(String name, String before, String after) {

  /**
   * Returns what an entry of the audit log tells, in the order of its members.
   *
   * @param before JSON of the members before; empty if the thing is new
   * @param after JSON of the members after; empty if the thing is gone
   */
  static List<MemberChange> all(String before, String after) {
    Optional<JsonObject> then = object(before);
    Optional<JsonObject> now = object(after);
    if (then.isEmpty() || now.isEmpty()) {
      return List.of(new MemberChange("", before, after));
    }
    Set<String> names = new LinkedHashSet<>(then.get().keySet());
    names.addAll(now.get().keySet());
    return names.stream()
        .map(name -> new MemberChange(name, text(then.get(), name), text(now.get(), name)))
        .toList();
  }

  private static Optional<JsonObject> object(String json) {
    if (json.isEmpty()) {
      return Optional.of(JsonValue.EMPTY_JSON_OBJECT);
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return Optional.of(reader.readObject());
    } catch (JsonException notAnObject) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject members, String name) {
    JsonValue value = members.getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return "";
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
