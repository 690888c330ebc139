package leakdetection.domain.events;

import java.time.Instant;
import java.util.Optional;

/**
 * An event as it stands in the records, beside the name of its sensor.
 *
 * @param type name of a {@link SensorEventType} or a {@link SystemEventType}
 * @param text the detection that showed a sensor's new state, or the message to the operators
 */
public record RecordedEvent(
    long id, Instant timestamp, Optional<String> sensor, String type, Optional<String> text) {}
