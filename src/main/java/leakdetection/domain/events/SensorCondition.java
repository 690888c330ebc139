package leakdetection.domain.events;

import java.util.Objects;
import java.util.Optional;

/**
 * The state of a sensor between two events.
 *
 * @param type what it is
 * @param fault what is the matter with the sensor; empty where nothing is known to be
 */
public record SensorCondition(SensorEventType type, Optional<SensorFault> fault) {

  /** Nothing is the matter. */
  public static final SensorCondition OK = new SensorCondition(SensorEventType.OK);

  public SensorCondition {
    Objects.requireNonNull(type, "A condition needs a type.");
  }

  /** Makes the condition of a sensor that measures. */
  public SensorCondition(SensorEventType type) {
    this(type, Optional.empty());
  }

  /** Makes the condition of a sensor that measures nothing. */
  public SensorCondition(SensorFault fault) {
    this(SensorEventType.NOT_AVAILABLE, Optional.of(fault));
  }
}
