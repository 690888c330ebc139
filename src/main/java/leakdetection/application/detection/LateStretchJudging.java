package leakdetection.application.detection;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.application.detection.Step.Judged;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.events.SensorEventType;
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
    Instant from = Instant.EPOCH.plus(bucket(stretch.from(), length) * length, MICROS);
    Instant to = last(stretch, length);
    List<Sample> samples = samples(stretch.sensorId(), from, to);
    Comparison comparison = new Comparison(stretch, from, to, length);
    try (RunningDetector detector = RunningDetector.fresh(assignment, plugins)) {
      detections.before(stretch.sensorId(), from, Judging.REPLAY).stream()
          .map(Sample::of)
          .filter(sample -> Double.isFinite(sample.ppmv()))
          .forEach(detector::judge);
      samples.forEach(sample -> comparison.take(detector.judge(sample)));
    }
    return comparison.outcome(assignment);
  }

  private Instant last(LateStretch stretch, long length) {
    Instant judged =
        detections.newest(stretch.sensorId()).map(AnomalyDetection::timestamp).orElse(Instant.MIN);
    Instant influenced = stretch.to().plus(Duration.of(INFLUENCE * length, MICROS));
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

  private static long bucket(Instant time, long length) {
    return Math.floorDiv(MICROS.between(Instant.EPOCH, time), length);
  }

  /** What is judged now beside what was judged before. */
  private final class Comparison {
    private final LateStretch stretch;
    private final long length;
    private final Map<Object, AnomalyDetection> before = new HashMap<>();
    private final List<Judged> fresh = new ArrayList<>();
    private final List<AnomalyDetection> changed = new ArrayList<>();
    private final List<Judged> alarms = new ArrayList<>();
    private boolean alarm;

    Comparison(LateStretch stretch, Instant from, Instant to, long length) {
      this.stretch = stretch;
      this.length = length;
      detections
          .between(stretch.sensorId(), from, to.plus(1, MICROS), Integer.MAX_VALUE)
          .forEach(detection -> before.put(key(Sample.of(detection)), detection));
    }

    private Object key(Sample sample) {
      return sample
          .interval()
          .<Object>map(it -> "interval " + bucket(sample.reading().timestamp(), length))
          .orElseGet(() -> sample.reading().id());
    }

    void take(Judged now) {
      AnomalyDetection then = before.remove(key(now.sample()));
      boolean known = then != null && then.deviation() == Deviation.CRITICAL;
      if (then == null) {
        fresh.add(now);
      } else if (differs(now, then)) {
        changed.add(again(then, now.sample(), now.judgement()));
      }
      boolean critical = now.state() == SensorEventType.CRITICAL;
      if (critical ? !known && !alarm : alarm) {
        alarms.add(now);
        alarm = critical;
      }
    }

    private boolean differs(Judged now, AnomalyDetection then) {
      return Double.compare(now.judgement().score(), then.score()) != 0
          || now.judgement().deviation() != then.deviation()
          || !now.sample().interval().equals(then.interval());
    }

    private AnomalyDetection again(AnomalyDetection then, Sample sample, Judgement judgement) {
      return new AnomalyDetection(
          then.id(), then.timeSeriesData(), judgement, sample.interval(), true);
    }

    /** What is left of before are readings that turned out to be unusable. */
    LateOutcome outcome(Assignment assignment) {
      before.values().stream()
          .filter(then -> !then.timeSeriesData().isJudged())
          .forEach(
              then ->
                  changed.add(
                      new AnomalyDetection(
                          then.id(),
                          then.timeSeriesData(),
                          new Judgement(
                              then.detectorId(),
                              Double.NaN,
                              Deviation.UNDEFINED,
                              then.isInteractiveFeedbackMode()),
                          Optional.empty(),
                          true)));
      return new LateOutcome(stretch, assignment.sensorName(), fresh, changed, alarms);
    }
  }
}
