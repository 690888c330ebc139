package leakdetection.domain.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Which sensor events are wanted: all that fulfil everything that is given.
 *
 * @param sensorId one sensor's
 * @param templateId those of the sensors of one template
 * @param type of one type
 * @param from not before; {@link Instant#MIN} for the beginning
 * @param to before; {@link Instant#MAX} for the end
 */
public record EventFilter(
    Optional<Long> sensorId,
    Optional<Long> templateId,
    Optional<SensorEventType> type,
    Instant from,
    Instant to) {

  /** Every event. */
  public static final EventFilter ALL =
      new EventFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX);

  /** Returns the filter for one sensor's events, or for all of them. */
  public static EventFilter ofSensor(Optional<Long> sensorId) {
    return new EventFilter(sensorId, Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX);
  }
}
