package leakdetection.presentation.sensors;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorStatus;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SystemEventRaised;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.presentation.streams.FirstMessage;
import leakdetection.presentation.streams.StreamItem;
import leakdetection.presentation.streams.StreamRegistry;
import leakdetection.presentation.streams.Topic;

/**
 * Publishes the overview: events at once, the states of sensors at most twice a second, however
 * quickly they change. Does nothing while nobody looks.
 */
@ApplicationScoped
public class OverviewFeed {

  private static final long MILLISECONDS_BETWEEN_STATES = 500;

  /** Events are never part of the first message, so none may be taken for a part of it. */
  private static final long ALWAYS_NEW = Long.MAX_VALUE;

  @Inject SensorOverview overview;
  @Inject StreamRegistry streams;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final AtomicLong published = new AtomicLong();
  private volatile ScheduledFuture<?> next;

  /** Returns all sensors. */
  FirstMessage first() {
    long before = published.get();
    return new FirstMessage(Optional.of(OverviewJson.all(overview.all())), before);
  }

  void onReadings(@Observes ReadingsRecorded recorded) {
    note(recorded.sensorId());
  }

  void onDetections(@Observes DetectionsRecorded recorded) {
    note(recorded.sensorId());
  }

  void onSensorEvent(@Observes SensorEventRaised raised) {
    note(raised.event().sensorId());
    streams.publish(
        Topic.OVERVIEW,
        List.of(raised.event()),
        event -> new StreamItem(ALWAYS_NEW, OverviewJson.sensorEvent(event)));
  }

  void onSystemEvent(@Observes SystemEventRaised raised) {
    streams.publish(
        Topic.OVERVIEW,
        List.of(raised.event()),
        event -> new StreamItem(ALWAYS_NEW, OverviewJson.systemEvent(event)));
  }

  void onMounted(@Observes SensorMounted mounted) {
    note(mounted.sensorId());
  }

  void onChanged(@Observes SensorChanged change) {
    note(change.sensorId());
  }

  void onRemoved(@Observes SensorRemoved removal) {
    note(removal.sensorId());
  }

  private void note(long sensorId) {
    if (!streams.hasClients(Topic.OVERVIEW)) {
      return;
    }
    changed.add(sensorId);
    if (waiting.compareAndSet(false, true)) {
      next = timer.schedule(this::publish, MILLISECONDS_BETWEEN_STATES, TimeUnit.MILLISECONDS);
    }
  }

  // One at a time, so that an older state never follows a newer one.
  private synchronized void publish() {
    waiting.set(false);
    List<SensorStatus> states = new ArrayList<>();
    List<Long> removed = new ArrayList<>();
    for (Long id : List.copyOf(changed)) {
      changed.remove(id);
      overview.find(id).ifPresentOrElse(states::add, () -> removed.add(id));
    }
    streams.publish(
        Topic.OVERVIEW,
        List.of(published.incrementAndGet()),
        id -> new StreamItem(id, OverviewJson.changed(states, removed)));
  }

  @PreDestroy
  void stop() {
    if (next != null) {
      next.cancel(false);
    }
  }
}
