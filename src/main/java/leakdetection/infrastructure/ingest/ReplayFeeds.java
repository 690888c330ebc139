package leakdetection.infrastructure.ingest;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.tsd.ReadingRecorder;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.ReadingParsers;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * In debug mode, feeds every sensor whose readings lie in the folder of the demo: {@code
 * tsd/<name>.csv}.
 */
@ApplicationScoped
public class ReplayFeeds {

  @Inject ProductSettings settings;
  @Inject SensorRepository sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject ReadingParsers parsers;
  @Inject ReadingRecorder recorder;

  @Resource(lookup = "concurrent/ingest")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  // By sensor; changed only while this is locked.
  private final Map<Long, ReplayFeed> feeds = new ConcurrentHashMap<>();

  // Last of all, so that the first reading finds everything ready.
  void onStart(@Observes @Priority(500) Startup start) {
    sensors.ids().forEach(this::feed);
  }

  void onMounted(@Observes SensorMounted mounted) {
    feedSoon(mounted.sensorId());
  }

  void onChanged(@Observes SensorChanged changed) {
    feedSoon(changed.sensorId());
  }

  void onRemoved(@Observes SensorRemoved removal) {
    ReplayFeed feed = feeds.get(removal.sensorId());
    if (feed != null) {
      feed.stop();
    }
    feedSoon(removal.sensorId());
  }

  // The sensor is not looked up by the one who changed it: it holds the database.
  private void feedSoon(long sensorId) {
    if (settings.debug()) {
      executor.execute(() -> feed(sensorId));
    }
  }

  @PreDestroy
  void stop() {
    feeds.values().forEach(ReplayFeed::stop);
  }

  /** Lets the sensor be fed from the file of its present name, and from none if it is gone. */
  private synchronized void feed(long sensorId) {
    if (!settings.debug()) {
      return;
    }
    Optional<ReplayFile> file = sensors.find(sensorId).flatMap(this::file);
    ReplayFeed old = feeds.get(sensorId);
    if (old != null && file.isPresent() && old.replays(file.get())) {
      return;
    }
    if (old != null) {
      old.stop();
      feeds.remove(sensorId);
    }
    file.ifPresent(present -> start(sensorId, present));
  }

  private void start(long sensorId, ReplayFile file) {
    ReplayFeed feed =
        new ReplayFeed(
            sensorId,
            file,
            settings.feeds().periodicity(),
            new ReplayFeed.FeedDesk(recorder, executor, timer));
    feeds.put(sensorId, feed);
    feed.start(
        readings
            .feedPosition(sensorId)
            .filter(position -> position.source().equals(file.toString()))
            .map(FeedPosition::line)
            .orElse(0L));
  }

  private Optional<ReplayFile> file(Sensor sensor) {
    Path folder = settings.folders().mock().resolve("tsd");
    Path path = folder.resolve(sensor.name() + ".csv").normalize();
    // A name is free text: it must not lead out of the folder.
    return folder.equals(path.getParent()) && Files.isRegularFile(path)
        ? Optional.of(new ReplayFile(path, parsers.of(sensor.template().field())))
        : Optional.empty();
  }
}
