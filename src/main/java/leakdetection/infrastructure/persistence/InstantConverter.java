package leakdetection.infrastructure.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import leakdetection.domain.Microseconds;

/**
 * Stores an {@link Instant} as a whole number of microseconds since 1970-01-01T00:00:00Z, for every
 * entity without asking.
 *
 * <p>The driver's own timestamps have milliseconds, and some of them cannot be read back. Whole
 * numbers compare and sort as times do. What is finer than a microsecond is cut off towards the
 * past.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Long> {

  /** Creates the converter. */
  public InstantConverter() {
    // Jakarta Persistence wants a public constructor without arguments.
  }

  /**
   * Returns the microseconds since 1970-01-01T00:00:00Z; null stays null.
   *
   * @throws ArithmeticException if the instant is about 292,000 years away or more
   */
  @Override
  public Long convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : microseconds(instant);
  }

  /** Returns the instant of so many microseconds since 1970-01-01T00:00:00Z; null stays null. */
  @Override
  public Instant convertToEntityAttribute(Long microseconds) {
    return microseconds == null ? null : instant(microseconds);
  }

  /**
   * Returns the microseconds since 1970-01-01T00:00:00Z, for statements that bypass the entities.
   *
   * @throws ArithmeticException if the instant is about 292,000 years away or more
   */
  public static long microseconds(Instant instant) {
    return Microseconds.of(instant);
  }

  /** Returns the instant of so many microseconds since 1970-01-01T00:00:00Z. */
  public static Instant instant(long microseconds) {
    return Microseconds.instant(microseconds);
  }

  /** Returns the microseconds of an instant that may lie beyond what a table can hold. */
  static long bounded(Instant time) {
    if (time.equals(Instant.MIN)) {
      return Long.MIN_VALUE;
    }
    return time.equals(Instant.MAX) ? Long.MAX_VALUE : microseconds(time);
  }
}
