package leakdetection.application.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.application.detection.DetectionRecorder.Judged;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * Judges the readings of one sensor, strictly one after the other, on whatever thread is free.
 *
 * <p>A batch is judged only once the one before it is on disk. So after a crash or a failed write
 * the judge goes on from the last snapshot and the last stored detection; a start, an overload and
 * a new detector all go that same way.
 */
final class SensorJudge {

  /** How many readings are judged and stored together. */
  static final int BATCH = 1000;

  /** How many readings are judged between two snapshots; a restart judges at most these again. */
  static final int SNAPSHOT_EVERY = 512;

  /** How many readings a new detector is shown so that it is not blind: 90 days at 10 minutes. */
  static final int REPLAY = 12_960;

  private static final long RETRY_SECONDS = 1;
  private static final Logger LOG = Logger.getLogger(SensorJudge.class.getName());

  private final long sensorId;
  private final JudgeServices services;
  private final Backlog backlog = new Backlog();
  private final SerialTask task;

  private volatile boolean renew = true;
  private volatile boolean lost;
  private volatile boolean resting;
  private volatile boolean storing;
  private volatile boolean closed;

  // Touched only by the task.
  private RunningDetector running;
  private Instant detected;
  private SensorEventType state;
  private int sinceSnapshot;

  SensorJudge(long sensorId, JudgeServices services) {
    this.sensorId = sensorId;
    this.services = services;
    this.task = new SerialTask(services.executor(), this::run);
  }

  /** Takes new readings; never blocks. */
  void offer(List<TimeSeriesData> readings) {
    backlog.add(readings);
    task.wake();
  }

  /** Looks up who judges the sensor, and goes on with what is stored. */
  void renew() {
    renew = true;
    backlog.fallBehind();
    task.wake();
  }

  /** Judges no more. */
  void close() {
    closed = true;
    task.wake();
  }

  /** Returns how many readings wait in memory. */
  int waiting() {
    return backlog.size();
  }

  /** Returns the detector at work; null while there is none. */
  RunningDetector running() {
    return running;
  }

  private void run() {
    try {
      work();
    } catch (RuntimeException failure) {
      retry(failure);
    }
  }

  private void work() {
    if (closed) {
      release();
      return;
    }
    if (storing || resting) {
      return;
    }
    if (renew) {
      renew = false;
      open();
      if (closed) {
        return;
      }
    }
    List<TimeSeriesData> next = next();
    if (!next.isEmpty()) {
      judge(next);
    }
    if (!storing && !backlog.isEmpty()) {
      task.wake();
    }
  }

  private List<TimeSeriesData> next() {
    if (!backlog.catchUp()) {
      return backlog.take(BATCH);
    }
    List<TimeSeriesData> page = services.readings().judgedAfter(sensorId, running.seen(), BATCH);
    if (page.size() == BATCH) {
      backlog.fallBehind();
    }
    return page;
  }

  private void judge(List<TimeSeriesData> readings) {
    List<Judged> judged = new ArrayList<>(readings.size());
    for (TimeSeriesData reading : readings) {
      if (!reading.timestamp().isAfter(running.seen())) {
        continue;
      }
      Judged verdict = judge(reading);
      sinceSnapshot++;
      if (reading.timestamp().isAfter(detected)) {
        judged.add(verdict);
      }
    }
    if (!judged.isEmpty()) {
      store(judged);
    }
  }

  private Judged judge(TimeSeriesData reading) {
    try {
      return running.judge(reading);
    } catch (DetectorFailure failure) {
      stopDetector(running.assignment(), failure);
      return running.judge(reading);
    }
  }

  private void store(List<Judged> judged) {
    Optional<KeptSnapshot> snapshot = Optional.empty();
    if (sinceSnapshot >= SNAPSHOT_EVERY) {
      snapshot = running.snapshot(sensorId);
      sinceSnapshot = 0;
    }
    Batch batch = new Batch(sensorId, running.assignment().sensorName(), state, judged, snapshot);
    state = judged.get(judged.size() - 1).state();
    detected = judged.get(judged.size() - 1).reading().timestamp();
    storing = true;
    services
        .recorder()
        .record(batch)
        .whenComplete(
            (stored, failure) -> {
              storing = false;
              if (failure == null) {
                task.wake();
              } else {
                retry(failure);
              }
            });
  }

  /** Starts over from what is stored, a little later. */
  private void retry(Throwable failure) {
    if (closed) {
      return;
    }
    LOG.log(Level.WARNING, failure, () -> "Sensor " + sensorId + " waits to be judged.");
    resting = true;
    services.timer().schedule(this::startOver, RETRY_SECONDS, TimeUnit.SECONDS);
  }

  private void startOver() {
    lost = true;
    resting = false;
    renew();
  }

  private void open() {
    if (lost) {
      lost = false;
      release();
    }
    Optional<Assignment> assignment = services.assignments().of(sensorId);
    if (assignment.isEmpty()) {
      closed = true;
      release();
      return;
    }
    detected =
        services.detections().newest(sensorId).map(AnomalyDetection::timestamp).orElse(Instant.MIN);
    state = services.events().last(sensorId).map(SensorEvent::type).orElse(null);
    try {
      open(assignment.get());
    } catch (DetectorFailure failure) {
      stopDetector(assignment.get(), failure);
    }
  }

  private void open(Assignment assignment) {
    if (running != null && running.goesOnAs(assignment)) {
      return;
    }
    release();
    sinceSnapshot = 0;
    Optional<RunningDetector> restored =
        services
            .detections()
            .snapshot(sensorId)
            .flatMap(snapshot -> RunningDetector.restored(assignment, snapshot));
    running = restored.isPresent() ? restored.get() : shown(RunningDetector.fresh(assignment));
  }

  /** Shows a new detector what was judged before it. */
  private RunningDetector shown(RunningDetector detector) {
    if (!detected.equals(Instant.MIN)) {
      services
          .readings()
          .judgedBefore(sensorId, detected.plusNanos(1000), REPLAY)
          .forEach(detector::judge);
      sinceSnapshot = SNAPSHOT_EVERY;
    }
    return detector;
  }

  /** The sensor's readings are undefined from here on, and the operators are told. */
  private void stopDetector(Assignment assignment, DetectorFailure failure) {
    LOG.log(Level.WARNING, failure, () -> "The detector of sensor " + sensorId + " was stopped.");
    Instant seen = running == null ? detected : running.seen();
    release();
    running = RunningDetector.stopped(assignment, seen);
    services
        .systemEvents()
        .raise(
            SystemEventType.ALERT_CRITICAL,
            failure.getMessage() + " The sensor is not judged until its detector is changed.",
            sensorId);
  }

  private void release() {
    if (running != null) {
      try {
        running.close();
      } catch (DetectorFailure failure) {
        LOG.log(Level.WARNING, failure, () -> "A detector could not be closed.");
      }
      running = null;
    }
  }
}
