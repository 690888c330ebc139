package leakdetection.domain.metocean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A series of measured sea states, equally spaced in time; immutable.
 *
 * @param states the sea states [n], in order of time
 * @param startTime time of the first; null when the series carries no times
 * @param interval time between two sea states, positive
 */
public record Waves(List<Wave> states, Instant startTime, Duration interval) {

  /**
   * @throws IllegalArgumentException if the series is empty or the interval is not positive
   */
  public Waves {
    states = List.copyOf(states);
    Objects.requireNonNull(interval, "Waves need their sampling interval.");
    if (states.isEmpty() || interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "A wave series needs at least one sea state (it has %d) and a positive interval (%s)."
              .formatted(states.size(), interval));
    }
  }

  /** Returns the time of the first sea state, empty when the series carries no times. */
  public Optional<Instant> start() {
    return Optional.ofNullable(startTime);
  }

  /**
   * Returns the sea state of a time: the nearest one, the first or last outside the series. A
   * series without times starts at {@code origin} and repeats.
   */
  public Wave at(Instant time, Instant origin) {
    Instant from = startTime == null ? origin : startTime;
    long index = Math.round((double) Duration.between(from, time).toMillis() / interval.toMillis());
    return states.get(
        (int)
            (startTime == null
                ? Math.floorMod(index, states.size())
                : Math.max(0, Math.min(index, states.size() - 1))));
  }

  /** Returns the sea state of the i-th sample of a window that the series is aligned with. */
  public Wave at(int index) {
    return states.get(Math.floorMod(index, states.size()));
  }
}
