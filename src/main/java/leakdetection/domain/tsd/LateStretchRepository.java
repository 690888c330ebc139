package leakdetection.domain.tsd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has to be judged again: at most one stretch for each sensor that waits, and one that is
 * being judged. What comes late while that is at work waits for the next time.
 */
public interface LateStretchRepository {

  /** Adds a stretch to what waits, or widens what waits for the sensor to hold it. */
  void widen(LateStretch stretch);

  /**
   * Takes what waits for a sensor up to a time to be judged now, together with what was taken
   * before and not {@link #settle settled}; the rest goes on waiting.
   *
   * @return what is to be judged
   * @throws IllegalStateException if nothing is before that time
   */
  LateStretch take(long sensorId, Instant upTo);

  /** Forgets what was taken for a sensor: it was judged. */
  void settle(long sensorId);

  /** Returns from when on anything waits, or was taken, for a sensor; empty if nothing is left. */
  Optional<Instant> earliest(long sensorId);

  /** Returns the sensors for which anything waits or was taken. */
  List<Long> sensors();
}
