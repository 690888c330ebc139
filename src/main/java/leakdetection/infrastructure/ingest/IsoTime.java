package leakdetection.infrastructure.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads a time of day and date digit by digit: a formatter costs ten times as much per row.
 *
 * <p>Allowed: {@code yyyy-MM-dd HH:mm:ss}, {@code T} for the blank, seconds and up to nine decimals
 * of them optional, then nothing or {@code Z} (both UTC), {@code +hh:mm}, {@code +hhmm} or {@code
 * +hh}. One instance reads one text.
 */
public final class IsoTime {

  /** What a message says is allowed. */
  public static final String ALLOWED =
      "yyyy-MM-dd HH:mm:ss in UTC, or ISO-8601 such as 2021-04-28T06:10Z";

  private static final int BAD = -1;

  // An offset must not lead out of the years of four digits.
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final String text;
  private int at;

  private IsoTime(String text) {
    this.text = text;
  }

  /** Returns the instant that the text names; empty when it names none. */
  public static Optional<Instant> parse(String text) {
    return Optional.ofNullable(new IsoTime(text).instant());
  }

  private Instant instant() {
    int year = digits(4);
    int month = separator('-') ? digits(2) : BAD;
    int day = separator('-') ? digits(2) : BAD;
    if (year < 1 || month < 1 || month > 12 || day < 1 || !hasDay(year, month, day)) {
      return null;
    }
    int hour = separator('T') || separator(' ') ? digits(2) : BAD;
    int minute = separator(':') ? digits(2) : BAD;
    int second = separator(':') ? digits(2) : 0;
    int nano = second != BAD && separator('.') ? fraction() : 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return null;
    }
    long offset = offsetSeconds();
    if (nano == BAD || offset == Long.MIN_VALUE || at != text.length()) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    long seconds = days * 86_400 + hour * 3_600L + minute * 60L + second - offset;
    return seconds < FIRST || seconds > LAST ? null : Instant.ofEpochSecond(seconds, nano);
  }

  private static boolean hasDay(int year, int month, int day) {
    return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private long offsetSeconds() {
    if (at == text.length() || separator('Z')) {
      return 0;
    }
    int sign = separator('+') ? 1 : separator('-') ? -1 : 0;
    int hours = sign == 0 ? BAD : digits(2);
    boolean more = separator(':') || at < text.length();
    int minutes = more ? digits(2) : 0;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Long.MIN_VALUE;
    }
    return sign * (hours * 3_600L + minutes * 60L);
  }

  private int fraction() {
    int start = at;
    int nanos = 0;
    while (at < text.length() && at - start < 9 && digit(text.charAt(at))) {
      nanos = nanos * 10 + (text.charAt(at++) - '0');
    }
    for (int i = at - start; i < 9; i++) {
      nanos *= 10;
    }
    return at == start ? BAD : nanos;
  }

  private int digits(int count) {
    if (at + count > text.length()) {
      return BAD;
    }
    int value = 0;
    for (int end = at + count; at < end; at++) {
      if (!digit(text.charAt(at))) {
        return BAD;
      }
      value = value * 10 + (text.charAt(at) - '0');
    }
    return value;
  }

  private boolean separator(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
