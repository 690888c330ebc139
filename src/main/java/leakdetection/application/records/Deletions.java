package leakdetection.application.records;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.application.sensors.SensorCapacity;
import leakdetection.application.tsd.ReadingRemoval;
import leakdetection.domain.RefusedException;
import leakdetection.domain.deletions.Deletion;
import leakdetection.domain.deletions.DeletionRepository;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRepository;

/**
 * Brings back what was deleted, with everything that went with it, and forgets it once a day when
 * its time is over.
 */
@ApplicationScoped
public class Deletions {

  /** For how long something can be brought back. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int SHOWN = 100;
  private static final Logger LOG = Logger.getLogger(Deletions.class.getName());

  @Inject Writer writer;
  @Inject DeletionRepository deletions;
  @Inject SensorRepository sensors;
  @Inject SensorCapacity capacity;
  @Inject ReadingRemoval readings;
  @Inject Event<SensorMounted> mounted;
  @Inject Clock clock;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private ScheduledFuture<?> forgetting;

  /** What of a deletion is to be told when it is back. */
  private record Back(List<SensorMounted> sensors, List<Long> judgedAgain) {}

  /** Returns the last deletions, newest first. */
  public List<Deletion> newest() {
    return deletions.newest(SHOWN);
  }

  /**
   * Brings something back: with its ids, and sensors are fed and judged at once.
   *
   * @throws RefusedException if there is no such deletion, something took its place, or the memory
   *     does not carry the sensors
   */
  public Deletion undo(long id) {
    Deletion deletion =
        deletions.find(id).orElseThrow(() -> RefusedException.unknown("deletion", id));
    writer.write(
        () -> {
          List<Long> sensorIds = deletions.ids(id, RecordKinds.SENSORS.table());
          deletions.restore(deletion);
          if (!sensorIds.isEmpty()) {
            capacity.refuseMore(sensors.count() - 1);
          }
          return new Back(
              sensorIds.stream()
                  .map(
                      sensor ->
                          new SensorMounted(sensor, sensors.find(sensor).orElseThrow().name()))
                  .toList(),
              deletion.table().equals(RecordKinds.READINGS.table())
                  ? List.of(readings.noteRestored(deletion.recordId()))
                  : List.of());
        },
        back -> {
          back.sensors.forEach(mounted::fire);
          back.judgedAgain.forEach(readings::announce);
        });
    return deletion;
  }

  void onStart(@Observes @Priority(420) Startup start) {
    forget();
    forgetting = timer.scheduleWithFixedDelay(this::forgetOrTryTomorrow, 1, 1, TimeUnit.DAYS);
  }

  private void forgetOrTryTomorrow() {
    try {
      forget();
    } catch (RuntimeException failure) {
      // An exception would end the schedule.
      LOG.log(Level.WARNING, "Old deletions are forgotten tomorrow.", failure);
    }
  }

  private void forget() {
    writer.write(
        () -> {
          deletions.forgetBefore(clock.instant().minus(KEPT));
          return null;
        });
  }

  @PreDestroy
  void stop() {
    if (forgetting != null) {
      forgetting.cancel(false);
    }
  }
}
