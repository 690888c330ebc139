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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import leakdetection.application.SharedWorkers;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.tsd.JudgingLoad;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.ShadowDetector;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.sensors.SensorChanged;
import leakdetection.domain.sensors.SensorMounted;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Hands every sensor's readings to its judge, and tells the judges what changed. */
@ApplicationScoped
public class DetectionPipeline implements JudgingLoad {

  /** The executor has more threads: for looking up who judges, trying out, explaining. */
  static final int WORKERS = 3;

  /**
   * So many of one sensor's waiting readings count at most: a history that is imported must not
   * keep the readings of others from being taken.
   */
  static final long COUNTED = 100_000;

  @Inject Assignments assignments;
  @Inject SensorRepository sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject AnomalyDetectionRepository detections;
  @Inject EventRepository events;
  @Inject DetectionRecorder recorder;
  @Inject ShadowRepository shadows;
  @Inject ShadowRecorder shadowRecorder;
  @Inject SystemEvents systemEvents;
  @Inject SensorRules rules;

  @Resource(lookup = "concurrent/detection")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  @Resource(lookup = "concurrent/plugins")
  ManagedExecutorService plugins;

  @Inject PluginThreads pluginThreads;

  private final Map<Long, SensorJudge> judges = new ConcurrentHashMap<>();

  // By sensor, then by detector.
  private final Map<Long, Map<String, SensorJudge>> shadowJudges = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(Backlog.ROOM);
  private final Executor workers = new SharedWorkers(task -> executor.execute(task), WORKERS);
  private ScheduledFuture<?> watching;
  private volatile long waitingReadings;

  // After the baselines and the demo are there: every sensor goes on from where it stopped.
  void onStart(@Observes @Priority(400) Startup start) {
    sensors.ids().forEach(id -> judge(id).renew());
    shadows.all().stream().map(ShadowDetector::sensorId).distinct().forEach(this::renewShadows);
    watching = timer.scheduleWithFixedDelay(this::watch, 500, 500, TimeUnit.MILLISECONDS);
  }

  private void watch() {
    waitingReadings =
        judges.values().stream().mapToLong(judge -> Math.min(judge.untaken(), COUNTED)).sum();
    long now = System.nanoTime();
    judges.values().forEach(judge -> judge.look(now));
    shadowJudges.values().forEach(ofSensor -> ofSensor.values().forEach(judge -> judge.look(now)));
  }

  /**
   * Returns about how many stored readings wait to be judged, as of the last half second; of each
   * sensor at most {@value #COUNTED}.
   */
  @Override
  public long waitingReadings() {
    return waitingReadings;
  }

  /**
   * Returns up to when all readings of a sensor that came in turn are judged and stored; empty
   * while that is not known.
   */
  Optional<Instant> settled(long sensorId) {
    return Optional.ofNullable(judges.get(sensorId)).flatMap(SensorJudge::settled);
  }

  /** Returns how many readings wait in memory to be judged. */
  public int waiting() {
    return judges.values().stream().mapToInt(SensorJudge::waiting).sum();
  }

  /** Lets all judges look up their detectors again; one that is as before goes on as before. */
  void renewJudges() {
    judges.values().forEach(SensorJudge::renew);
    shadowJudges.values().forEach(ofSensor -> ofSensor.values().forEach(SensorJudge::renew));
  }

  /**
   * Lets the second opinions on a sensor be those that were chosen last; one caller at a time, so
   * that an older choice never goes before a newer one. Must not be called from a unit of work.
   */
  synchronized void renewShadows(long sensorId) {
    Map<String, SensorJudge> ofSensor =
        shadowJudges.computeIfAbsent(sensorId, id -> new ConcurrentHashMap<>());
    Set<String> chosen =
        shadows.of(sensorId).stream().map(ShadowDetector::detectorId).collect(Collectors.toSet());
    chosen.forEach(
        detectorId ->
            ofSensor.computeIfAbsent(detectorId, id -> shadowJudge(sensorId, id)).renew());
    ofSensor.entrySet().stream()
        .filter(entry -> !chosen.contains(entry.getKey()))
        .forEach(entry -> entry.getValue().close());
    ofSensor.keySet().retainAll(chosen);
  }

  // Before the observers that only show them: one that fails would keep them from those after it.
  void onReadings(@Observes @Priority(1) ReadingsRecorded recorded) {
    judge(recorded.sensorId()).offer(recorded.readings());
    shadowJudges
        .getOrDefault(recorded.sensorId(), Map.of())
        .values()
        .forEach(judge -> judge.offer(recorded.readings()));
  }

  void onMounted(@Observes SensorMounted mounted) {
    judge(mounted.sensorId()).renew();
  }

  void onChanged(@Observes SensorChanged changed) {
    judge(changed.sensorId()).renew();
    shadowJudges.getOrDefault(changed.sensorId(), Map.of()).values().forEach(SensorJudge::renew);
  }

  void onRemoved(@Observes SensorRemoved removal) {
    SensorJudge judge = judges.remove(removal.sensorId());
    if (judge != null) {
      judge.close();
    }
    Map<String, SensorJudge> ofSensor = shadowJudges.remove(removal.sensorId());
    if (ofSensor != null) {
      ofSensor.values().forEach(SensorJudge::close);
    }
  }

  @PreDestroy
  void stop() {
    if (watching != null) {
      watching.cancel(false);
    }
    shadowJudges.values().forEach(ofSensor -> ofSensor.values().forEach(SensorJudge::close));
    judges.values().forEach(SensorJudge::close);
  }

  private SensorJudge judge(long sensorId) {
    return judges.computeIfAbsent(
        sensorId,
        id -> {
          JudgeServices services = services();
          return new SensorJudge(id, new CountingLane(id, services), services);
        });
  }

  private SensorJudge shadowJudge(long sensorId, String detectorId) {
    JudgeServices services = services();
    return new SensorJudge(sensorId, new ShadowLane(sensorId, detectorId, services), services);
  }

  private JudgeServices services() {
    return new JudgeServices(
        assignments,
        readings,
        detections,
        events,
        recorder,
        shadows,
        shadowRecorder,
        systemEvents,
        rules::of,
        System::nanoTime,
        room,
        workers,
        executor,
        plugins,
        pluginThreads,
        timer);
  }
}
