package leakdetection.application.detection;

import leakdetection.domain.tsd.SamplingRate;

/**
 * How much time the readings of a sensor cover that come together: a gateway may collect them and
 * send a minute at once. It is the median of the last deliveries, and while few are known the
 * smallest. Not thread-safe.
 */
final class Deliveries {

  /** What comes within this time is one delivery, although it is stored and judged in parts, ns. */
  private static final long TOGETHER = 500_000_000;

  /** No gateway keeps readings for longer; what covers more is an imported history. */
  private static final long LONGEST_MICROS = 3_600_000_000L;

  private final SamplingRate spans = new SamplingRate();
  private long smallest = Long.MAX_VALUE;
  private long current;
  private long begun;
  private boolean known;

  /**
   * Takes note of a reading.
   *
   * @param distance from the one before it, us; 0 behind a gap
   * @param now when it came, ns
   */
  void add(long distance, long now) {
    if (!known) {
      known = true;
      begun = now;
    } else if (now - begun > TOGETHER) {
      spans.add(current);
      smallest = Math.min(smallest, current);
      begun = now;
      current = 0;
    }
    current = Math.min(LONGEST_MICROS, current + distance);
  }

  /** Tells whether any reading came. */
  boolean isKnown() {
    return known;
  }

  /** Returns how much time a delivery covers, us, an hour at most; 0 where none is known. */
  long span() {
    long usual = spans.interval();
    return usual > 0 ? usual : Math.min(smallest, current);
  }
}
