package leakdetection.application.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * The state of all sensors at a glance, kept in memory once somebody has asked for it: read from
 * the database then, and kept current by what is announced. Thread-safe.
 */
@ApplicationScoped
public class SensorOverview {

  private static final Comparator<SensorStatus> WORST_FIRST =
      Comparator.comparing(SensorStatus::state)
          .thenComparing(SensorStatus::field)
          .thenComparing(SensorStatus::template)
          .thenComparing(SensorStatus::name);

  @Inject SensorRepository sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject AnomalyDetectionRepository detections;
  @Inject EventRepository events;

  private final Map<Long, WatchedSensor> watched = new ConcurrentHashMap<>();
  private final Set<Long> unread = ConcurrentHashMap.newKeySet();
  private volatile boolean asked;

  /** Returns all sensors, worst first. */
  public List<SensorStatus> all() {
    readUnread();
    return watched.values().stream()
        .flatMap(sensor -> sensor.status().stream())
        .sorted(WORST_FIRST)
        .toList();
  }

  /** Finds one sensor. */
  public Optional<SensorStatus> find(long sensorId) {
    readUnread();
    return Optional.ofNullable(watched.get(sensorId)).flatMap(WatchedSensor::status);
  }

  private synchronized void readUnread() {
    if (!asked) {
      // From now on announcements are noted, so that none falls between them and the reading.
      asked = true;
      unread.addAll(sensors.ids());
    }
    unread.forEach(this::read);
  }

  private void read(long id) {
    unread.remove(id);
    WatchedSensor sensor = watched.computeIfAbsent(id, WatchedSensor::new);
    sensors
        .find(id)
        .ifPresentOrElse(
            found -> {
              sensor.see(readings.judgedBefore(id, Instant.MAX, WatchedSensor.TREND));
              detections.newest(id).ifPresent(sensor::see);
              events.last(id).ifPresent(sensor::see);
              sensor.describe(found);
            },
            () -> watched.remove(id));
  }

  void onReadings(@Observes ReadingsRecorded recorded) {
    note(recorded.sensorId(), sensor -> sensor.see(recorded.readings()));
  }

  void onDetections(@Observes DetectionsRecorded recorded) {
    int last = recorded.detections().size() - 1;
    note(recorded.sensorId(), sensor -> sensor.see(recorded.detections().get(last)));
  }

  void onSensorEvent(@Observes SensorEventRaised raised) {
    note(raised.event().sensorId(), sensor -> sensor.see(raised.event()));
  }

  // Announcements come while the database is being written, so it is read when somebody asks.
  void onMounted(@Observes SensorMounted mounted) {
    unread.add(mounted.sensorId());
  }

  void onChanged(@Observes SensorChanged changed) {
    unread.add(changed.sensorId());
  }

  void onRemoved(@Observes SensorRemoved removal) {
    unread.add(removal.sensorId());
  }

  private void note(long sensorId, Consumer<WatchedSensor> news) {
    if (asked) {
      news.accept(watched.computeIfAbsent(sensorId, WatchedSensor::new));
    }
  }
}
