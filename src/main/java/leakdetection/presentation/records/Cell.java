package leakdetection.presentation.records;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import leakdetection.application.records.Column;
import leakdetection.application.records.RecordRow;

/**
 * A value as a page shows it.
 *
 * @param label what its column is called, with the unit
 * @param text the value; a dash for none
 * @param address of the record that it refers to; empty for none
 * @param kind for the style sheet: number, time, state or text
 * @param state the value of a choice; empty for others
 */
public record Cell(String label, String text, String address, String kind, String state) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String NONE = "–";

  /** Returns a time as the pages show it, UTC. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  static Cell of(Column column, RecordRow row, AdminTexts texts, Locale locale) {
    Object value = row.values().get(column.name());
    return new Cell(
        label(column, texts),
        value == null ? NONE : text(column, value, texts, locale),
        value instanceof RecordRow.Link link ? address(column, link) : "",
        kind(column),
        column.type() == Column.Type.CHOICE && value != null ? value.toString() : "");
  }

  /** Returns what a column is called, with its unit. */
  static String label(Column column, AdminTexts texts) {
    String name = texts.column(column.name());
    return column.unit().isEmpty() || name.equals(column.unit())
        ? name
        : name + " [" + column.unit() + "]";
  }

  private static String text(Column column, Object value, AdminTexts texts, Locale locale) {
    return switch (column.type()) {
      case PPMV -> String.format(locale, "%,.2f", (Double) value);
      case NUMBER -> number((Double) value, locale);
      case WHOLE -> value.toString();
      case TIME -> TIME.format((Instant) value);
      case CHOICE -> texts.choice(value.toString());
      case YES_NO -> texts.get((Boolean) value ? "yes" : "no");
      case SENSOR, TEMPLATE -> ((RecordRow.Link) value).text();
      // What has a unit is a series of values and no sentence.
      case LONG_TEXT -> column.unit().isEmpty() ? texts.told(value.toString()) : value.toString();
      case TEXT -> value.toString();
    };
  }

  /** At most five significant digits, without zeros at the end. */
  private static String number(double value, Locale locale) {
    double size = Math.abs(value);
    if (size != 0 && (size < 0.001 || size >= 1e7)) {
      return String.format(locale, "%.3g", value);
    }
    String text = String.format(locale, "%.4f", value);
    return text.replaceFirst("[.,]?0+$", "");
  }

  private static String address(Column column, RecordRow.Link link) {
    String of = column.type() == Column.Type.SENSOR ? "sensors" : "templates";
    return "/admin/record.xhtml?of=" + of + "&id=" + link.id();
  }

  private static String kind(Column column) {
    return switch (column.type()) {
      case PPMV, NUMBER, WHOLE -> "number";
      case TIME -> "time";
      case CHOICE -> "picked";
      case LONG_TEXT -> "long";
      default -> "text";
    };
  }
}
