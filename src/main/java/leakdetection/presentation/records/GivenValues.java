package leakdetection.presentation.records;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakdetection.application.records.Column;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.JsonMembers;

/**
 * Values of columns that somebody gave, checked by their descriptions.
 *
 * @param all by column; a column without a value has null
 */
public record GivenValues(Map<String, Object> all) {

  /**
   * Reads the columns.
   *
   * @throws RefusedException everything that is wrong
   */
  public static GivenValues read(List<Column> columns, JsonMembers body) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : columns) {
      Object value = value(column, body);
      values.put(column.name(), value);
      if (value == null && column.is(Column.Use.REQUIRED)) {
        body.check(
            () -> {
              throw RefusedException.invalid(
                  column.name(), "The %s must be given.".formatted(column.name()));
            });
      }
    }
    body.throwIfRefused();
    return new GivenValues(values);
  }

  private static Object value(Column column, JsonMembers body) {
    String name = column.name();
    return switch (column.type()) {
      case NUMBER, PPMV -> body.number(name).orElse(null);
      case WHOLE -> body.number(name).map(number -> whole(name, number, body)).orElse(null);
      case TIME -> body.instant(name).orElse(null);
      case YES_NO -> body.parsed(name, GivenValues::yesNo, "true or false").orElse(Boolean.FALSE);
      case CHOICE ->
          body.parsed(
                  name,
                  text -> oneOf(column.choices(), text),
                  "one of " + String.join(", ", column.choices()))
              .orElse(null);
      case TEXT, LONG_TEXT, SENSOR, TEMPLATE -> body.text(name).map(String::strip).orElse(null);
    };
  }

  private static Long whole(String name, double number, JsonMembers body) {
    body.check(
        () -> {
          if (number != Math.rint(number) || Math.abs(number) > 1e15) {
            throw RefusedException.invalid(
                name, "The %s (%s) must be a whole number.".formatted(name, number));
          }
        });
    return (long) number;
  }

  private static Boolean yesNo(String text) {
    return Boolean.valueOf(oneOf(List.of("true", "false"), text));
  }

  private static String oneOf(List<String> choices, String text) {
    if (!choices.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** Returns a text; empty when there is none. */
  public String text(String name) {
    return all.get(name) == null ? "" : all.get(name).toString();
  }

  /** Returns a time that was required. */
  public Instant time(String name) {
    return (Instant) all.get(name);
  }

  /** Returns a number; NaN when there is none. */
  public double number(String name) {
    return all.get(name) == null ? Double.NaN : ((Number) all.get(name)).doubleValue();
  }

  /** Returns a whole number; null when there is none. */
  public Long whole(String name) {
    return (Long) all.get(name);
  }
}
