package leakdetection.domain.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sensor events and system events that are kept. */
public interface EventRepository {

  /** Keeps a new event and gives it its id. */
  SensorEvent add(SensorEvent event);

  /** Keeps a new event and gives it its id. */
  SystemEvent add(SystemEvent event);

  Optional<SensorEvent> findSensorEvent(long id);

  /** Returns the last event of a sensor that was judged in its turn: its present state. */
  Optional<SensorEvent> last(long sensorId);

  /** Returns a sensor's newest event before an instant that was judged late; empty if none is. */
  Optional<SensorEvent> lastJudgedLate(long sensorId, Instant before);

  /** Returns the event of the same sensor that came next. */
  Optional<SensorEvent> following(SensorEvent event);

  /** Returns sensor events with smaller ids, newest first, at most {@code limit}. */
  List<SensorEvent> sensorEvents(EventFilter filter, long beforeId, int limit);

  /** Returns system events with smaller ids, newest first, at most {@code limit}. */
  List<SystemEvent> systemEvents(long beforeId, int limit);
}
