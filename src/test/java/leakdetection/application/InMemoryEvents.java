package leakdetection.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SystemEvent;

/** Events that are kept in memory in the order in which they came; they get no ids. */
public final class InMemoryEvents implements EventRepository {

  private final List<SensorEvent> sensorEvents = new ArrayList<>();
  private final List<SystemEvent> systemEvents = new ArrayList<>();

  @Override
  public SensorEvent add(SensorEvent event) {
    sensorEvents.add(event);
    return event;
  }

  @Override
  public SystemEvent add(SystemEvent event) {
    systemEvents.add(event);
    return event;
  }

  public List<SensorEvent> sensorEvents() {
    return sensorEvents;
  }

  public List<SystemEvent> systemEvents() {
    return systemEvents;
  }

  @Override
  public Optional<SensorEvent> findSensorEvent(long id) {
    return Optional.empty();
  }

  @Override
  public Optional<SensorEvent> last(long sensorId) {
    return sensorEvents(Optional.of(sensorId), Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public List<SensorEvent> sensorEvents(Optional<Long> sensorId, long beforeId, int limit) {
    List<SensorEvent> newestFirst = new ArrayList<>(sensorEvents);
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(event -> sensorId.isEmpty() || event.sensorId() == sensorId.get())
        .limit(limit)
        .toList();
  }

  @Override
  public List<SystemEvent> systemEvents(long beforeId, int limit) {
    List<SystemEvent> newestFirst = new ArrayList<>(systemEvents);
    Collections.reverse(newestFirst);
    return newestFirst.stream().limit(limit).toList();
  }
}
