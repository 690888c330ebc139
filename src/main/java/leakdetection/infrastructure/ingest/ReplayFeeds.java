package leakdetection.infrastructure.ingest;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.tsd.ReadingRecorder;
import leakdetection.domain.sensors.Sensor;
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

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService executor;

  private final Map<Long, ReplayFeed> feeds = new ConcurrentHashMap<>();

  // Last of all, so that the first reading finds everything ready.
  void onStart(@Observes @Priority(500) Startup start) {
    sensors.ids().forEach(this::feed);
  }

  // The sensor is not looked up on the writer's thread, which must not wait.
  void onMounted(@Observes SensorMounted mounted) {
    executor.execute(() -> feed(mounted.sensorId()));
  }

  void onRemoved(@Observes SensorRemoved removal) {
    ReplayFeed feed = feeds.remove(removal.sensorId());
    if (feed != null) {
      feed.stop();
    }
  }

  @PreDestroy
  void stop() {
    feeds.values().forEach(ReplayFeed::stop);
  }

  private void feed(long sensorId) {
    if (settings.debug()) {
      sensors.find(sensorId).ifPresent(this::feed);
    }
  }

  private void feed(Sensor sensor) {
    Path folder = settings.folders().mock().resolve("tsd");
    Path path = folder.resolve(sensor.name() + ".csv").normalize();
    // A name is free text: it must not lead out of the folder.
    if (!folder.equals(path.getParent()) || !Files.isRegularFile(path)) {
      return;
    }
    ReplayFile file = new ReplayFile(path, parsers.of(sensor.template().field()));
    long line =
        readings
            .feedPosition(sensor.id())
            .filter(position -> position.source().equals(file.toString()))
            .map(FeedPosition::line)
            .orElse(0L);
    ReplayFeed feed =
        new ReplayFeed(
            sensor.id(),
            file,
            settings.feeds().periodicity(),
            new ReplayFeed.FeedDesk(recorder, executor));
    if (feeds.putIfAbsent(sensor.id(), feed) == null) {
      feed.start(line);
    }
  }
}
