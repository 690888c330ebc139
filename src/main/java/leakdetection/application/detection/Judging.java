package leakdetection.application.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.application.detection.Step.Judged;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * Where the judging of one sensor stands: its detector at work, its last detection and the state
 * that followed from it. Made from what is stored, and ahead of that by the batch that is being
 * stored. Not thread-safe.
 *
 * <p>A detector that fails is stopped and stays so until it, its settings or its baseline change;
 * the sensor's readings are undefined meanwhile.
 */
final class Judging implements Intake.Outlet {

  /** How many readings are judged between two snapshots; a restart judges about these again. */
  static final int SNAPSHOT_EVERY = 512;

  /** How many readings a new detector is shown so that it is not blind: 90 days at 10 minutes. */
  static final int REPLAY = 12_960;

  private static final Logger LOG = Logger.getLogger(Judging.class.getName());

  private final long sensorId;
  private final Lane lane;
  private final JudgeServices services;
  private final Instant accounted;
  private final Intake intake;
  private RunningDetector running;
  private Instant detected;
  private SensorCondition condition;
  private int sinceSnapshot;
  private List<Step> steps = new ArrayList<>();

  private Judging(long sensorId, Lane lane, JudgeServices services) {
    this.sensorId = sensorId;
    this.lane = lane;
    this.services = services;
    this.detected = lane.judgedUpTo();
    this.condition = lane.lastEvent().map(SensorEvent::condition).orElse(null);
    this.accounted = lane.lastEvent().map(SensorEvent::timestamp).orElse(Instant.MIN);
    this.intake = new Intake(services.rules().apply(sensorId), this);
    if (!detected.equals(Instant.MIN)) {
      intake.remember(
          services
              .readings()
              .takenBefore(sensorId, detected.plus(1, ChronoUnit.MICROS), Intake.REMEMBERED));
    }
    intake.startClock(services.nanoTime().getAsLong());
  }

  /** Goes on from what is stored: the last snapshot, or the readings that were judged before. */
  static Judging open(long sensorId, Lane lane, Assignment assignment, JudgeServices services) {
    Judging judging = new Judging(sensorId, lane, services);
    if (services.pluginThreads().isGivenUp(assignment.detector())) {
      judging.running =
          RunningDetector.stopped(assignment, services.pluginThreads(), judging.detected);
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
        .flatMap(
            snapshot -> RunningDetector.restored(assignment, snapshot, services.pluginThreads()))
        .map(restored -> shown(restored, lane.judged(restored.seen(), detected)))
        .orElseGet(() -> fresh(assignment));
  }

  /** Makes a new detector, which has seen what was judged before it. */
  private RunningDetector fresh(Assignment assignment) {
    RunningDetector fresh = RunningDetector.fresh(assignment, services.pluginThreads());
    if (detected.equals(Instant.MIN)) {
      return fresh;
    }
    sinceSnapshot = SNAPSHOT_EVERY;
    return shown(fresh, lane.judgedLast(detected, REPLAY));
  }

  private static RunningDetector shown(RunningDetector detector, List<Sample> judged) {
    try {
      judged.stream()
          .filter(sample -> sample.reading().timestamp().isAfter(detector.seen()))
          .filter(Sample::isUsable)
          .forEach(detector::judge);
    } catch (DetectorFailure failure) {
      close(detector);
      throw failure;
    }
    return detector;
  }

  /** Takes over a new assignment if the detector's state does not depend on what changed. */
  boolean goesOnAs(Assignment assignment) {
    return running.goesOnAs(assignment);
  }

  /** Returns the time of the last reading that was taken. */
  Instant taken() {
    return intake.taken();
  }

  /** Returns the end of what is over: the time before the interval that is open, if one is. */
  Instant settled() {
    return intake.openFrom().map(begin -> begin.minus(1, ChronoUnit.MICROS)).orElse(Instant.MAX);
  }

  /** Goes by other rules for the readings from now on. */
  void follow(ReadingRules rules) {
    intake.follow(rules);
  }

  /** Returns when to {@link #look} next, of the services' clock, ns. */
  long wakeAt() {
    return intake.wakeAt();
  }

  /** Returns what the clock tells: an interval is over, the sensor is silent. */
  List<Step> look() {
    intake.look(services.nanoTime().getAsLong());
    return collected();
  }

  /**
   * Takes readings of any quality.
   *
   * @param readings in the order of their times; those that were taken are passed over
   * @return what follows from them, in the order of the times
   */
  List<Step> judge(List<TimeSeriesData> readings) {
    long now = services.nanoTime().getAsLong();
    for (TimeSeriesData reading : readings) {
      intake.take(reading, now);
    }
    return collected();
  }

  private List<Step> collected() {
    List<Step> collected = steps;
    steps = new ArrayList<>();
    return collected;
  }

  @Override
  public void sample(Sample sample) {
    sinceSnapshot++;
    try {
      steps.add(running.judge(sample));
    } catch (DetectorFailure failure) {
      stopDetector(running.assignment(), running.seen(), failure);
      steps.add(running.judge(sample));
    }
  }

  // After a restart, what follows from the readings after the last detection is found out again.
  @Override
  public void change(Instant time, SensorCondition found) {
    if (time.isAfter(accounted)) {
      steps.add(new Step.Change(time, found));
    }
  }

  @Override
  public void gap(Instant from, Instant to) {
    steps.add(new Step.Gap(from, to));
  }

  /** Returns what is to be stored of new steps, and goes on as if it were stored. */
  Batch batch(List<Step> news) {
    Optional<KeptSnapshot> snapshot = Optional.empty();
    if (sinceSnapshot >= SNAPSHOT_EVERY) {
      snapshot = snapshot();
      sinceSnapshot = 0;
    }
    Batch batch = new Batch(sensorId, running.assignment().sensorName(), condition, news, snapshot);
    for (Step step : news) {
      if (step instanceof Judged judged) {
        condition = new SensorCondition(judged.state());
        detected = judged.reading().timestamp();
      } else if (step instanceof Step.Change change) {
        condition = change.condition();
      }
    }
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
    running = RunningDetector.stopped(assignment, services.pluginThreads(), seen);
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
