package leakdetection.application.detection;

import java.time.Instant;
import java.util.Optional;
import leakdetection.application.detection.Step.Judged;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Explanation;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Reading;

/**
 * A detector at work on one sensor, or a stopped one, whose judgements are undefined. Not
 * thread-safe.
 *
 * <p>Whatever a plug-in throws passes through as a {@link DetectorFailure} that names it.
 */
final class RunningDetector implements AutoCloseable {

  private Assignment assignment;
  private final Optional<Detector> detector;
  private final PluginThreads plugins;
  private Instant seen;

  private RunningDetector(
      Assignment assignment, Optional<Detector> detector, PluginThreads plugins, Instant seen) {
    this.assignment = assignment;
    this.detector = detector;
    this.plugins = plugins;
    this.seen = seen;
  }

  /** Starts a detector that has seen nothing but its baseline. */
  static RunningDetector fresh(Assignment assignment, PluginThreads plugins) {
    Detector detector =
        DetectorFailure.guard(
            assignment,
            plugins,
            () -> assignment.detector().provider().create(assignment.context()));
    return new RunningDetector(assignment, Optional.of(detector), plugins, Instant.MIN);
  }

  /** Continues from a snapshot; empty if it was made from something else or cannot be read. */
  static Optional<RunningDetector> restored(
      Assignment assignment, KeptSnapshot kept, PluginThreads plugins) {
    if (!kept.fingerprint().equals(assignment.fingerprint())) {
      return Optional.empty();
    }
    DetectorSnapshot snapshot =
        new DetectorSnapshot(kept.detectorId(), kept.stateVersion(), kept.asOf(), kept.state());
    return DetectorFailure.guard(assignment, plugins, () -> restored(assignment, snapshot))
        .map(
            detector ->
                new RunningDetector(assignment, Optional.of(detector), plugins, kept.asOf()));
  }

  private static Optional<Detector> restored(Assignment assignment, DetectorSnapshot snapshot) {
    try {
      return Optional.of(assignment.detector().provider().restore(assignment.context(), snapshot));
    } catch (IncompatibleSnapshotException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /** Stands in for a detector that failed. */
  static RunningDetector stopped(Assignment assignment, PluginThreads plugins, Instant seen) {
    return new RunningDetector(assignment, Optional.empty(), plugins, seen);
  }

  /**
   * Takes over a new assignment if its state does not depend on what changed. A stopped detector
   * stays stopped then: the same would fail the same way.
   */
  boolean goesOnAs(Assignment newAssignment) {
    if (!assignment.fingerprint().equals(newAssignment.fingerprint())) {
      return false;
    }
    assignment = newAssignment;
    return true;
  }

  Assignment assignment() {
    return assignment;
  }

  /** Returns the time of the last reading that the detector has seen. */
  Instant seen() {
    return seen;
  }

  /** Judges a reading, which must be later than all before. */
  Judged judge(TimeSeriesData reading) {
    return judge(Sample.of(reading));
  }

  /** Judges a value, which must be later than all before. */
  Judged judge(Sample sample) {
    double score = detector.map(it -> score(it, sample)).orElse(Double.NaN);
    seen = sample.reading().timestamp();
    Judgement judgement =
        new Judgement(
            assignment.detector().id(),
            score,
            assignment.thresholds().deviationOf(score),
            assignment.interactiveFeedbackMode());
    return new Judged(
        sample,
        judgement,
        detector.isPresent()
            ? SensorEventType.of(judgement.deviation())
            : SensorEventType.NOT_AVAILABLE);
  }

  private double score(Detector it, Sample sample) {
    return DetectorFailure.guard(
        assignment,
        plugins,
        () -> it.assess(new Reading(sample.reading().timestamp(), sample.ppmv())).score());
  }

  /** Returns why the last reading got its score; empty where the detector does not say. */
  Optional<Explanation> explain() {
    return detector.flatMap(it -> DetectorFailure.guard(assignment, plugins, it::explain));
  }

  /** Returns the state after the last reading; empty of a stopped detector. */
  Optional<KeptSnapshot> snapshot(long sensorId) {
    return detector
        .map(it -> DetectorFailure.guard(assignment, plugins, it::snapshot))
        .map(
            snapshot ->
                new KeptSnapshot(
                    sensorId,
                    assignment.fingerprint(),
                    snapshot.detectorId(),
                    snapshot.stateVersion(),
                    seen,
                    snapshot.state()));
  }

  @Override
  public void close() {
    detector.ifPresent(
        it ->
            DetectorFailure.guard(
                assignment,
                plugins,
                () -> {
                  it.close();
                  return null;
                }));
  }
}
