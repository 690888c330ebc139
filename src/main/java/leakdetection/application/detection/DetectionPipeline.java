package leakdetection.application.detection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.events.SystemEvents;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Hands every sensor's readings to its judge, and tells the judges what changed. */
@ApplicationScoped
public class DetectionPipeline {

  @Inject Assignments assignments;
  @Inject SensorRepository sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject AnomalyDetectionRepository detections;
  @Inject EventRepository events;
  @Inject DetectionRecorder recorder;
  @Inject SystemEvents systemEvents;

  @Resource(lookup = "concurrent/detection")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private final Map<Long, SensorJudge> judges = new ConcurrentHashMap<>();

  // After the baselines and the demo are there: every sensor goes on from where it stopped.
  void onStart(@Observes @Priority(400) Startup start) {
    sensors.ids().forEach(id -> judge(id).renew());
  }

  /** Returns how many readings wait to be judged. */
  public int waiting() {
    return judges.values().stream().mapToInt(SensorJudge::waiting).sum();
  }

  /** Lets all judges look up their detectors again; one that is as before goes on as before. */
  void renewJudges() {
    judges.values().forEach(SensorJudge::renew);
  }

  // Before the observers that only show them: one that fails would keep them from those after it.
  void onReadings(@Observes @Priority(1) ReadingsRecorded recorded) {
    judge(recorded.sensorId()).offer(recorded.readings());
  }

  void onMounted(@Observes SensorMounted mounted) {
    judge(mounted.sensorId()).renew();
  }

  void onChanged(@Observes SensorChanged changed) {
    judge(changed.sensorId()).renew();
  }

  void onRemoved(@Observes SensorRemoved removal) {
    SensorJudge judge = judges.remove(removal.sensorId());
    if (judge != null) {
      judge.close();
    }
  }

  @PreDestroy
  void stop() {
    judges.values().forEach(SensorJudge::close);
  }

  private SensorJudge judge(long sensorId) {
    return judges.computeIfAbsent(sensorId, id -> new SensorJudge(id, services()));
  }

  private JudgeServices services() {
    return new JudgeServices(
        assignments, readings, detections, events, recorder, systemEvents, executor, timer);
  }
}
