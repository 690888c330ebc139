package leakdetection.presentation.records;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import leakdetection.application.records.Column;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.JsonMembers;

/**
 * Turns the fields of a form into the body that the API would get, and what is wrong with that into
 * messages at the fields.
 */
final class FormBody {

  private FormBody() {}

  /**
   * Returns the body.
   *
   * @param given returns a field's text
   */
  static JsonMembers of(List<Column> columns, UnaryOperator<String> given) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Column column : columns) {
      put(members, column.name(), text(column, given.apply(column.name())));
    }
    return new JsonMembers(object(members));
  }

  /** A name with a dot is a member of an object. */
  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> members, String name, String value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      members.put(name, value);
    } else {
      Object inner = members.computeIfAbsent(name.substring(0, dot), any -> new LinkedHashMap<>());
      ((Map<String, Object>) inner).put(name.substring(dot + 1), value);
    }
  }

  private static String text(Column column, String given) {
    return switch (column.type()) {
      case NUMBER, PPMV, WHOLE -> given.replace(',', '.').replace("\u2212", "-");
      case TIME -> time(column.name(), given);
      default -> given;
    };
  }

  /** What is no time stays as it is, to be refused with everything else that is wrong. */
  private static String time(String name, String given) {
    try {
      return given.isEmpty() ? given : AdminRequest.time(name, given).toString();
    } catch (RefusedException none) {
      return given;
    }
  }

  private static JsonObject object(Map<String, Object> members) {
    return Json.createObjectBuilder(members).build();
  }

  /** Tells whether a refusal is about a field. */
  static boolean isAbout(RefusedException refusal, String field) {
    List<String> path = refusal.path();
    if (path.size() < 2) {
      return false;
    }
    String member = String.join(".", path.subList(1, path.size()));
    return member.equals(field) || field.startsWith(member + ".");
  }
}
