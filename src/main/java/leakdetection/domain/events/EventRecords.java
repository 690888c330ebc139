package leakdetection.domain.events;

import java.util.List;
import java.util.Optional;

/** The records of all events, to be read from the oldest to the newest. */
public interface EventRecords {

  /**
   * Returns sensor events with larger ids, oldest first.
   *
   * @param sensorId one sensor's; empty for all
   * @param limit at most so many
   */
  List<RecordedEvent> ofSensors(Optional<Long> sensorId, long afterId, int limit);

  /** Returns system events with larger ids, oldest first. */
  List<RecordedEvent> ofSystem(long afterId, int limit);
}
