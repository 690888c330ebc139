package leakdetection.application.detection;

import leakdetection.domain.tsd.SamplingRate;

/**
 * How much time the readings of a sensor cover that come together: a gateway may collect them and
 * send a minute at once. It is the median of the last deliveries, and while few are known the
 * smallest, so that an imported history is soon forgotten. Not thread-safe.
 */
final class Deliveries {

  private final SamplingRate spans = new SamplingRate();
  private long smallest = Long.MAX_VALUE;
  private long current;
  private long arrived;
  private boolean known;

  /**
   * Takes note of a reading.
   *
   * @param distance from the one before it, us; 0 behind a gap
   * @param now when it came, ns; the same for all that come together
   */
  void add(long distance, long now) {
    if (known && now != arrived) {
      spans.add(current);
      smallest = Math.min(smallest, current);
      current = 0;
    }
    known = true;
    arrived = now;
    current += distance;
  }

  /** Tells whether any reading came. */
  boolean isKnown() {
    return known;
  }

  /** Returns how much time a delivery covers, us; 0 where none is known. */
  long span() {
    long usual = spans.interval();
    return usual > 0 ? usual : Math.min(smallest, current);
  }
}
