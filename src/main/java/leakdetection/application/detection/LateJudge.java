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
import leakdetection.application.Writer;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.LateReadingsRecorded;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.LateStretchRepository;

/**
 * Judges again, in the background, what came late or was corrected, as far as the judge of what
 * comes in turn has come: never an interval that is not over, never ahead of an alarm in turn. What
 * is left to do is kept in the database with the readings, and forgotten with the judgements: a
 * crash loses none of it.
 */
@ApplicationScoped
public class LateJudge {

  private static final int FIRST_LOOK_SECONDS = 2;
  private static final int LONGEST_WAIT_SECONDS = 60;
  private static final int AFTER_FAILURE_SECONDS = 30;

  private static final Logger LOG = Logger.getLogger(LateJudge.class.getName());

  @Inject Writer writer;
  @Inject LateStretchRepository stretches;
  @Inject Assignments assignments;
  @Inject DetectionPipeline pipeline;
  @Inject LateStretchJudging judging;
  @Inject LateRecorder recorder;

  @Resource(lookup = "concurrent/late")
  ManagedExecutorService executor;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  // The sensors that are due or being judged, with how long each waits for the next look, s.
  private final Map<Long, Integer> due = new ConcurrentHashMap<>();

  void onStart(@Observes @Priority(410) Startup start) {
    stretches.sensors().forEach(this::soon);
  }

  // On the writer's thread: it only hands over. What comes in the next moments is judged with it.
  void onLate(@Observes LateReadingsRecorded recorded) {
    soon(recorded.sensorId());
  }

  void onRemoved(@Observes SensorRemoved removal) {
    due.remove(removal.sensorId());
  }

  private void soon(long sensorId) {
    if (due.putIfAbsent(sensorId, FIRST_LOOK_SECONDS) == null) {
      schedule(sensorId, FIRST_LOOK_SECONDS);
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
      executor.execute(() -> look(sensorId));
    } catch (RejectedExecutionException busy) {
      schedule(sensorId, FIRST_LOOK_SECONDS);
    }
  }

  private void look(long sensorId) {
    try {
      Optional<Instant> settled = pipeline.settled(sensorId);
      Optional<Instant> earliest = stretches.earliest(sensorId);
      if (earliest.isEmpty()) {
        forget(sensorId);
      } else if (settled.isEmpty() || earliest.get().isAfter(settled.get())) {
        lookLater(sensorId);
      } else {
        judge(sensorId, settled.get());
      }
    } catch (RuntimeException | Error failure) {
      again(sensorId, failure);
    }
  }

  private void judge(long sensorId, Instant upTo) {
    Optional<Assignment> assignment = assignments.of(sensorId);
    if (assignment.isEmpty()) {
      due.remove(sensorId);
      return;
    }
    LateStretch stretch = writer.submit(() -> stretches.take(sensorId, upTo), taken -> {}).join();
    recorder
        .record(judging.judge(stretch, assignment.get()))
        .whenComplete(
            (stored, failure) -> {
              if (failure == null) {
                lookAgain(sensorId, FIRST_LOOK_SECONDS);
              } else {
                again(sensorId, failure);
              }
            });
  }

  /** What came late meanwhile found the sensor due, and is looked at now. */
  private void forget(long sensorId) {
    due.remove(sensorId);
    if (stretches.earliest(sensorId).isPresent()) {
      soon(sensorId);
    }
  }

  private void lookLater(long sensorId) {
    Integer seconds =
        due.computeIfPresent(sensorId, (id, last) -> Math.min(2 * last, LONGEST_WAIT_SECONDS));
    if (seconds != null) {
      schedule(sensorId, seconds);
    }
  }

  private void again(long sensorId, Throwable failure) {
    LOG.log(
        Level.WARNING,
        failure,
        () -> "The late readings of sensor " + sensorId + " wait to be judged.");
    lookAgain(sensorId, AFTER_FAILURE_SECONDS);
  }

  private void lookAgain(long sensorId, int seconds) {
    due.put(sensorId, FIRST_LOOK_SECONDS);
    schedule(sensorId, seconds);
  }
}
