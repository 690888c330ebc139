package leakdetection.presentation.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads the times that people and programs send: those of years of four digits. */
public final class IsoInstant {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private IsoInstant() {}

  /**
   * Returns the instant of a text such as {@code 2021-04-05T14:06:57Z}.
   *
   * @throws DateTimeParseException if it is none, or outside of the years 0001 to 9999
   */
  public static Instant parse(String text) {
    return bounded(Instant.parse(text), text);
  }

  /**
   * Returns an instant of the years 0001 to 9999.
   *
   * @param text what it was read from
   * @throws DateTimeParseException if it is of another year
   */
  public static Instant bounded(Instant time, String text) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeParseException("not of the years 0001 to 9999", text, 0);
    }
    return time;
  }
}
