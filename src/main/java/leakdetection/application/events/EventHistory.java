package leakdetection.application.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
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
   * @param sensorId one sensor's; empty for all
   * @throws RefusedException if there is no such sensor
   */
  public List<SensorEvent> ofSensors(Optional<Long> sensorId, long beforeId, int limit) {
    sensorId.ifPresent(sensors::get);
    return events.sensorEvents(sensorId, beforeId, limit);
  }

  /** Returns system events with smaller ids, newest first, at most {@code limit}. */
  public List<SystemEvent> ofSystem(long beforeId, int limit) {
    return events.systemEvents(beforeId, limit);
  }

  /**
   * Returns sensor events with larger ids, oldest first, at most {@code limit}.
   *
   * @param sensorId one sensor's; empty for all
   * @throws RefusedException if there is no such sensor
   */
  public List<RecordedEvent> recordsOfSensors(Optional<Long> sensorId, long afterId, int limit) {
    sensorId.ifPresent(sensors::get);
    return records.ofSensors(sensorId, afterId, limit);
  }

  /** Returns system events with larger ids, oldest first, at most {@code limit}. */
  public List<RecordedEvent> recordsOfSystem(long afterId, int limit) {
    return records.ofSystem(afterId, limit);
  }
}
