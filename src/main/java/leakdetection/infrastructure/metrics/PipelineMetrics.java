package leakdetection.infrastructure.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.infrastructure.persistence.SerialWriter;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts what flows through the pipeline, from the domain's events.
 *
 * <p>A new figure: register it in {@link #register}, and count it in an observer of the event that
 * tells of it. Observers run on the thread that fires, so they only count.
 */
@ApplicationScoped
public class PipelineMetrics {

  /** When in the start-up the figures are registered: before anything flows. */
  private static final int PRIORITY = 50;

  @Inject MetricRegistry registry;
  @Inject SerialWriter writer;

  private final Backlog backlog = new Backlog();
  private final Map<Quality, Counter> readings = new EnumMap<>(Quality.class);
  private final Map<Deviation, Counter> detections = new EnumMap<>(Deviation.class);
  private Counter events;

  void register(@Observes @Priority(PRIORITY) Startup event) {
    for (Quality quality : Quality.values()) {
      readings.put(
          quality,
          counter(
              "leakdetection_readings", "Readings stored", new Tag("quality", quality.label())));
    }
    for (Deviation deviation : Deviation.values()) {
      detections.put(
          deviation,
          counter(
              "leakdetection_detections",
              "Readings judged",
              new Tag("deviation", deviation.label())));
    }
    events = counter("leakdetection_sensor_events", "Changes of sensors' deviation");
    registry.gauge(
        about("leakdetection_detection_queue", "Readings stored but not judged", MetricUnits.NONE),
        backlog,
        Backlog::readings);
    registry.gauge(
        about(
            "leakdetection_detection_lag",
            "How long the reading that waits longest to be judged has been waiting",
            MetricUnits.SECONDS),
        backlog,
        waiting -> waiting.lag(Instant.now()).toMillis() / 1e3);
    registry.gauge(
        about("leakdetection_write_queue", "Bulk units waiting to be written", MetricUnits.NONE),
        writer,
        SerialWriter::waiting);
    registry.gauge(
        about(
            "leakdetection_commits",
            "Transactions committed since the start, each one flush of the disk",
            MetricUnits.NONE),
        writer,
        SerialWriter::commits);
  }

  void count(@Observes ReadingsRecorded event) {
    List<TimeSeriesData> stored = event.readings();
    stored.forEach(reading -> readings.get(reading.quality()).inc());
    List<TimeSeriesData> judged = stored.stream().filter(TimeSeriesData::isJudged).toList();
    if (!judged.isEmpty()) {
      Instant newest = judged.get(judged.size() - 1).timestamp();
      backlog.add(event.sensorId(), newest, judged.size(), Instant.now());
    }
  }

  void count(@Observes DetectionsRecorded event) {
    List<AnomalyDetection> judged = event.detections();
    judged.forEach(detection -> detections.get(detection.deviation()).inc());
    backlog.judgedUntil(event.sensorId(), judged.get(judged.size() - 1).timestamp());
  }

  void count(@Observes SensorEventRaised event) {
    events.inc();
  }

  void forget(@Observes SensorRemoved event) {
    backlog.remove(event.sensorId());
  }

  private Counter counter(String name, String description, Tag... tags) {
    return registry.counter(about(name, description, MetricUnits.NONE), tags);
  }

  private static Metadata about(String name, String description, String unit) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }
}
