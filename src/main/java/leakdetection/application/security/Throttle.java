package leakdetection.application.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after some failures each further one doubles the time until the next try,
 * from a second to a quarter of an hour. Remembers so many, and forgets the oldest. Thread-safe.
 */
final class Throttle {

  private static final int REMEMBERED = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Clock clock;
  private final int free;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Failures(int count, Instant last) {}

  /**
   * @param free how many failures cost nothing
   */
  Throttle(Clock clock, int free) {
    this.clock = clock;
    this.free = free;
  }

  /** Returns how long somebody has to wait for the next try; zero for not at all. */
  synchronized Duration wait(String key) {
    Failures known = failures.get(key);
    if (known == null || known.count() < free) {
      return Duration.ZERO;
    }
    Duration pause = pause(known.count());
    Duration passed = Duration.between(known.last(), clock.instant());
    return passed.compareTo(pause) >= 0 ? Duration.ZERO : pause.minus(passed);
  }

  synchronized void failed(String key) {
    Failures known = failures.remove(key);
    Instant now = clock.instant();
    boolean forgotten = known == null || known.last().plus(LONGEST.multipliedBy(2)).isBefore(now);
    failures.put(key, new Failures(forgotten ? 1 : known.count() + 1, now));
  }

  synchronized void succeeded(String key) {
    failures.remove(key);
  }

  private Duration pause(int count) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(20, count - free));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
