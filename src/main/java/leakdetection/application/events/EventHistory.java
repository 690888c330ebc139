package leakdetection.application.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.EventRecords;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.RecordedEvent;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;

/** Shows what people were told. */
@ApplicationScoped
public class EventHistory {

  @Inject SensorRegistry sensors;
  @Inject EventRepository events;
  @Inject EventRecords records;

  /**
   * Returns sensor events with smaller ids, newest first, at most {@code limit}.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<SensorEvent> ofSensors(EventFilter filter, long beforeId, int limit) {
    filter.sensorId().ifPresent(sensors::get);
    return events.sensorEvents(filter, beforeId, limit);
  }

  /** Returns system events with smaller ids, newest first, at most {@code limit}. */
  public List<SystemEvent> ofSystem(long beforeId, int limit) {
    return events.systemEvents(beforeId, limit);
  }

  /**
   * Returns sensor events with larger ids, oldest first, at most {@code limit}.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<RecordedEvent> recordsOfSensors(EventFilter filter, long afterId, int limit) {
    filter.sensorId().ifPresent(sensors::get);
    return records.ofSensors(filter, afterId, limit);
  }

  /** Returns system events with larger ids, oldest first, at most {@code limit}. */
  public List<RecordedEvent> recordsOfSystem(long afterId, int limit) {
    return records.ofSystem(afterId, limit);
  }
}
