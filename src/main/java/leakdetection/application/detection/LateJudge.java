package leakdetection.application.detection;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.tsd.LateReadingsRecorded;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.LateStretchRepository;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Judges again, in the background, what came late or was corrected. What is left to do is kept in
 * the database with the readings, and forgotten with the judgements: a crash loses none of it.
 */
@ApplicationScoped
public class LateJudge {

  private static final int LOOK_SECONDS = 2;

  /** How long to wait for the judgements of the readings around. */
  private static final int PATIENCE_SECONDS = 20;

  private static final Logger LOG = Logger.getLogger(LateJudge.class.getName());

  @Inject LateStretchRepository stretches;
  @Inject AnomalyDetectionRepository detections;
  @Inject TimeSeriesDataRepository readings;
  @Inject SensorRules rules;
  @Inject Assignments assignments;
  @Inject LateStretchJudging judging;
  @Inject LateRecorder recorder;

  @Resource(lookup = "concurrent/care")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  // How often each sensor that is due was looked at in vain.
  private final Map<Long, Integer> due = new ConcurrentHashMap<>();

  void onStart(@Observes @Priority(410) Startup start) {
    stretches.sensors().forEach(this::soon);
  }

  // On the writer's thread: it only hands over. What comes in the next moments is judged with it.
  void onLate(@Observes LateReadingsRecorded recorded) {
    soon(recorded.sensorId());
  }

  private void soon(long sensorId) {
    if (due.putIfAbsent(sensorId, 0) == null) {
      schedule(sensorId, LOOK_SECONDS);
    }
  }

  private void schedule(long sensorId, long seconds) {
    try {
      timer.schedule(() -> handOver(sensorId), seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.FINE, "Nothing is judged again: the server is stopping.", stopping);
    }
  }

  private void handOver(long sensorId) {
    try {
      executor.execute(() -> begin(sensorId));
    } catch (RejectedExecutionException busy) {
      schedule(sensorId, 5);
    }
  }

  private void begin(long sensorId) {
    try {
      Optional<LateStretch> stretch = stretches.of(sensorId);
      Optional<Assignment> assignment = assignments.of(sensorId);
      if (stretch.isEmpty() || assignment.isEmpty()) {
        due.remove(sensorId);
      } else if (mustWait(stretch.get())) {
        schedule(sensorId, LOOK_SECONDS);
      } else {
        judge(stretch.get(), assignment.get());
      }
    } catch (RuntimeException failure) {
      again(sensorId, failure);
    }
  }

  /** The readings around are judged in their turn first, or nearly so. */
  private boolean mustWait(LateStretch stretch) {
    long sensorId = stretch.sensorId();
    Instant judged =
        detections.newest(sensorId).map(AnomalyDetection::timestamp).orElse(Instant.MIN);
    return judged.isBefore(stretch.to())
        && due.merge(sensorId, 1, Integer::sum) * LOOK_SECONDS < patience(stretch);
  }

  /** An interval that may still be open is judged in its turn when it is over, s. */
  private long patience(LateStretch stretch) {
    long length = rules.of(stretch.sensorId()).detectionInterval();
    long interval = OpenInterval.number(stretch.to(), length);
    boolean open =
        readings
            .newest(stretch.sensorId())
            .filter(newest -> OpenInterval.number(newest, length) <= interval)
            .isPresent();
    return PATIENCE_SECONDS + (open ? length / 1_000_000 : 0);
  }

  private void judge(LateStretch stretch, Assignment assignment) {
    try {
      due.remove(stretch.sensorId()); // what comes from now on is a stretch of its own
      recorder
          .record(judging.judge(stretch, assignment))
          .whenComplete(
              (stored, failure) -> {
                if (failure != null) {
                  again(stretch.sensorId(), failure);
                }
              });
    } catch (RuntimeException failure) {
      again(stretch.sensorId(), failure);
    }
  }

  private void again(long sensorId, Throwable failure) {
    LOG.log(
        Level.WARNING,
        failure,
        () -> "The late readings of sensor " + sensorId + " wait to be judged.");
    due.put(sensorId, 0);
    schedule(sensorId, 30);
  }
}
