package leakdetection.application.detection;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import leakdetection.application.detection.Step.Judged;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.Microseconds;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Judges a stretch again with all its readings in the order of their times, by a detector that has
 * seen what was judged before. Writes nothing.
 */
@ApplicationScoped
public class LateStretchJudging {

  /** How many detection intervals after the last late reading are judged again: a day of 10 min. */
  private static final int INFLUENCE = 144;

  private static final int PAGE = 1000;

  @Inject TimeSeriesDataRepository readings;
  @Inject AnomalyDetectionRepository detections;
  @Inject SensorRules rules;
  @Inject PluginThreads plugins;

  LateOutcome judge(LateStretch stretch, Assignment assignment) {
    long length = rules.of(stretch.sensorId()).detectionInterval();
    Instant from = Microseconds.instant(OpenInterval.number(stretch.from(), length) * length);
    Instant to = last(stretch, length);
    List<Sample> samples = samples(stretch.sensorId(), from, to);
    List<Judged> now;
    try (RunningDetector detector = RunningDetector.fresh(assignment, plugins)) {
      detections.before(stretch.sensorId(), from, Judging.REPLAY).stream()
          .map(Sample::of)
          .filter(sample -> Double.isFinite(sample.ppmv()))
          .forEach(detector::judge);
      now = samples.stream().map(detector::judge).toList();
    }
    List<AnomalyDetection> before =
        detections.between(stretch.sensorId(), from, to.plus(1, MICROS), Integer.MAX_VALUE);
    return new LateComparison(length, before, now).outcome(stretch, assignment.sensorName());
  }

  private Instant last(LateStretch stretch, long length) {
    Instant judged =
        detections.newest(stretch.sensorId()).map(AnomalyDetection::timestamp).orElse(Instant.MIN);
    // To the end of an interval: one that is cut would be judged as another one.
    Instant influenced =
        Microseconds.instant(
            (OpenInterval.number(stretch.to(), length) + INFLUENCE + 1) * length - 1);
    Instant end = judged.isBefore(influenced) ? judged : influenced;
    return end.isBefore(stretch.to()) ? stretch.to() : end;
  }

  private List<Sample> samples(long sensorId, Instant from, Instant to) {
    List<Sample> samples = new ArrayList<>();
    Intake intake = new Intake(rules.of(sensorId), new OnlySamples(samples));
    intake.remember(readings.takenBefore(sensorId, from, Intake.REMEMBERED));
    Instant after = from.minus(1, MICROS);
    while (!after.isAfter(to)) {
      List<TimeSeriesData> page = readings.judgedAfter(sensorId, after, PAGE);
      page.stream()
          .filter(reading -> !reading.timestamp().isAfter(to))
          .forEach(reading -> intake.take(reading, 0));
      after = page.size() < PAGE ? Instant.MAX : page.get(PAGE - 1).timestamp();
    }
    intake.finish();
    return samples;
  }
}
