package leakdetection.application.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.application.detection.DetectionRecorder.Judged;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * Where the judging of one sensor stands: its detector at work, its last detection and the state
 * that followed from it. Made from what is stored, and ahead of that by the batch that is being
 * stored. Not thread-safe.
 *
 * <p>A detector that fails is stopped and stays so until it, its settings or its baseline change;
 * the sensor's readings are undefined meanwhile.
 */
final class Judging {

  /** How many readings are judged between two snapshots; a restart judges about these again. */
  static final int SNAPSHOT_EVERY = 512;

  /** How many readings a new detector is shown so that it is not blind: 90 days at 10 minutes. */
  static final int REPLAY = 12_960;

  private static final Logger LOG = Logger.getLogger(Judging.class.getName());

  private final long sensorId;
  private final Lane lane;
  private final JudgeServices services;
  private final PluginCall call;
  private RunningDetector running;
  private Instant detected;
  private SensorEventType state;
  private int sinceSnapshot;

  private Judging(long sensorId, Lane lane, JudgeServices services, PluginCall call) {
    this.sensorId = sensorId;
    this.lane = lane;
    this.services = services;
    this.call = call;
    this.detected = lane.judgedUpTo();
    this.state = lane.state();
  }

  /** Goes on from what is stored: the last snapshot, or the readings that were judged before. */
  static Judging open(
      long sensorId, Lane lane, Assignment assignment, JudgeServices services, PluginCall call) {
    Judging judging = new Judging(sensorId, lane, services, call);
    if (services.hung().contains(assignment)) {
      judging.running = RunningDetector.stopped(assignment, judging.detected);
      return judging;
    }
    try {
      judging.running = judging.detector(assignment);
    } catch (DetectorFailure failure) {
      judging.stopDetector(assignment, judging.detected, failure);
    }
    return judging;
  }

  private RunningDetector detector(Assignment assignment) {
    return lane.snapshot()
        .flatMap(snapshot -> RunningDetector.restored(assignment, snapshot, call))
        .orElseGet(() -> shown(RunningDetector.fresh(assignment, call)));
  }

  /** Shows a new detector what was judged before it. */
  private RunningDetector shown(RunningDetector detector) {
    if (detected.equals(Instant.MIN)) {
      return detector;
    }
    try {
      services
          .readings()
          .inTurnBefore(sensorId, detected.plus(1, ChronoUnit.MICROS), REPLAY)
          .forEach(detector::judge);
    } catch (DetectorFailure failure) {
      close(detector);
      throw failure;
    }
    sinceSnapshot = SNAPSHOT_EVERY;
    return detector;
  }

  /** Takes over a new assignment if the detector's state does not depend on what changed. */
  boolean goesOnAs(Assignment assignment) {
    return running.goesOnAs(assignment);
  }

  /** Returns the time of the last reading that the detector has seen. */
  Instant seen() {
    return running.seen();
  }

  /**
   * Judges readings.
   *
   * @param readings in the order of their times; those that the detector has seen are passed over
   * @return the judgements that are not stored yet: after a restart the detector sees again what
   *     came after its snapshot
   */
  List<Judged> judge(List<TimeSeriesData> readings) {
    List<Judged> fresh = new ArrayList<>(readings.size());
    for (TimeSeriesData reading : readings) {
      if (reading.timestamp().isAfter(running.seen())) {
        Judged judged = judge(reading);
        sinceSnapshot++;
        if (reading.timestamp().isAfter(detected)) {
          fresh.add(judged);
        }
      }
    }
    return fresh;
  }

  private Judged judge(TimeSeriesData reading) {
    try {
      return running.judge(reading);
    } catch (DetectorFailure failure) {
      stopDetector(running.assignment(), running.seen(), failure);
      return running.judge(reading);
    }
  }

  /** Returns what is to be stored of new judgements, and goes on as if it were stored. */
  Batch batch(List<Judged> judged) {
    Optional<KeptSnapshot> snapshot = Optional.empty();
    if (sinceSnapshot >= SNAPSHOT_EVERY) {
      snapshot = snapshot();
      sinceSnapshot = 0;
    }
    Batch batch = new Batch(sensorId, running.assignment().sensorName(), state, judged, snapshot);
    Judged last = judged.get(judged.size() - 1);
    state = last.state();
    detected = last.reading().timestamp();
    return batch;
  }

  private Optional<KeptSnapshot> snapshot() {
    try {
      return running.snapshot(sensorId);
    } catch (DetectorFailure failure) {
      stopDetector(running.assignment(), running.seen(), failure);
      return Optional.empty();
    }
  }

  /** The sensor's readings are undefined from here on, and the operators are told. */
  private void stopDetector(Assignment assignment, Instant seen, DetectorFailure failure) {
    LOG.log(Level.WARNING, failure, () -> "The detector of sensor " + sensorId + " was stopped.");
    if (running != null) {
      close(running);
    }
    running = RunningDetector.stopped(assignment, seen);
    lane.complain(failure.getMessage());
  }

  /** Lets the detector go. */
  void close() {
    close(running);
  }

  private static void close(RunningDetector detector) {
    try {
      detector.close();
    } catch (DetectorFailure failure) {
      LOG.log(Level.WARNING, "A detector could not be closed.", failure);
    }
  }
}
