package leakdetection.domain.events;

import java.util.List;
import java.util.Optional;

/** What operators said of events. */
public interface EventFeedbackRepository {

  /** Keeps a new word and gives it its id. */
  EventFeedback add(EventFeedback feedback);

  Optional<EventFeedback> find(long id);

  /** Returns what was said of an event, oldest first. */
  List<EventFeedback> ofEvent(long eventId);

  /** Returns what was said of a sensor's events, newest first, at most {@code limit}. */
  List<EventFeedback> ofSensor(long sensorId, int limit);

  /** Returns what confirmed stretches of a sensor as normal and was not taken back. */
  List<EventFeedback> normalStretches(long sensorId);
}
