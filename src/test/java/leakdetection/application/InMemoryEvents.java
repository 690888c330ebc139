package leakdetection.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.events.EventFilter;
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
    return sensorEvents.stream().filter(event -> Long.valueOf(id).equals(event.id())).findFirst();
  }

  @Override
  public Optional<SensorEvent> last(long sensorId) {
    return sensorEvents(EventFilter.ofSensor(Optional.of(sensorId)), Long.MAX_VALUE, 1).stream()
        .filter(event -> !event.isJudgedLate())
        .findFirst();
  }

  @Override
  public Optional<SensorEvent> lastJudgedLate(long sensorId, Instant before) {
    return sensorEvents.stream()
        .filter(event -> event.sensorId() == sensorId && event.isJudgedLate())
        .filter(event -> event.timestamp().isBefore(before))
        .max(Comparator.comparing(SensorEvent::timestamp));
  }

  @Override
  public Optional<SensorEvent> following(SensorEvent event) {
    return sensorEvents.stream()
        .dropWhile(known -> known != event)
        .skip(1)
        .filter(later -> later.sensorId() == event.sensorId())
        .findFirst();
  }

  @Override
  public List<SensorEvent> sensorEvents(EventFilter filter, long beforeId, int limit) {
    List<SensorEvent> newestFirst = new ArrayList<>(sensorEvents);
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(event -> filter.sensorId().isEmpty() || event.sensorId() == filter.sensorId().get())
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
