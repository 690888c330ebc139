package leakdetection.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Counts microseconds between instants, in which everything is stored. {@link
 * java.time.temporal.ChronoUnit#MICROS} counts nanoseconds on the way, which end after 292 years; a
 * source with a wrong clock sends readings of any year.
 */
public final class Microseconds {

  private Microseconds() {}

  /**
   * Returns the whole microseconds from one instant to another, rounded down.
   *
   * @throws ArithmeticException if they are about 292,000 years apart or more
   */
  public static long between(Instant from, Instant to) {
    long seconds = Math.subtractExact(to.getEpochSecond(), from.getEpochSecond());
    return Math.addExact(
        Math.multiplyExact(seconds, 1_000_000L),
        Math.floorDiv(to.getNano() - from.getNano(), 1000));
  }

  /**
   * Returns the whole microseconds since 1970-01-01T00:00:00Z, rounded down.
   *
   * @throws ArithmeticException if the instant is about 292,000 years away or more
   */
  public static long of(Instant time) {
    return between(Instant.EPOCH, time);
  }

  /** Returns the instant of so many microseconds since 1970-01-01T00:00:00Z. */
  public static Instant instant(long microseconds) {
    return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
  }
}
