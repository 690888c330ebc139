package leakdetection.spi;

import java.time.Instant;

/**
 * A stretch of time that an operator confirmed as normal.
 *
 * @param from first instant, inclusive
 * @param to last instant, exclusive; after {@code from}
 */
public record Interval(Instant from, Instant to) {

  /**
   * @throws IllegalArgumentException if the stretch does not end after it begins
   */
  public Interval {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException(
          "The stretch from %s must end after it begins, not at %s.".formatted(from, to));
    }
  }

  /** Tells whether the instant lies in this stretch. */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
