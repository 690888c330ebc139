package leakdetection.domain.events;

import java.util.List;

/** The records of all events, to be read from the oldest to the newest. */
public interface EventRecords {

  /**
   * Returns sensor events with larger ids, oldest first.
   *
   * @param limit at most so many
   */
  List<RecordedEvent> ofSensors(EventFilter filter, long afterId, int limit);

  /** Returns system events with larger ids, oldest first. */
  List<RecordedEvent> ofSystem(long afterId, int limit);
}
