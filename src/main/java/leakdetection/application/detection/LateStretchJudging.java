package leakdetection.application.detection;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.application.detection.Step.Judged;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.Microseconds;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.events.EventRepository;
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

  /** About how many samples are judged at once; the rest of the stretch is for the next time. */
  static final int MOST = 5_000;

  @Inject TimeSeriesDataRepository readings;
  @Inject AnomalyDetectionRepository detections;
  @Inject EventRepository events;
  @Inject SensorRules rules;
  @Inject PluginThreads plugins;

  LateOutcome judge(LateStretch stretch, Assignment assignment) {
    long length = rules.of(stretch.sensorId()).detectionInterval();
    Instant from = begin(stretch.from(), length);
    Part part = part(stretch, length, from, last(stretch, length));
    List<AnomalyDetection> seen = detections.before(stretch.sensorId(), from, Judging.REPLAY);
    List<Judged> now;
    try (RunningDetector detector = RunningDetector.fresh(assignment, plugins)) {
      seen.stream().map(Sample::of).filter(Sample::isUsable).forEach(detector::judge);
      now = part.samples().stream().map(detector::judge).toList();
    }
    List<AnomalyDetection> before =
        detections.between(stretch.sensorId(), from, part.to().plus(1, MICROS), Integer.MAX_VALUE);
    return new LateComparison(length, before, now, isAlarm(stretch, from, seen))
        .outcome(stretch, part.rest(stretch), assignment.sensorName());
  }

  /** Tells whether an alarm that was raised late goes on when a stretch begins. */
  private boolean isAlarm(LateStretch stretch, Instant from, List<AnomalyDetection> seen) {
    boolean critical =
        seen.stream()
            .map(AnomalyDetection::deviation)
            .filter(deviation -> deviation != Deviation.UNDEFINED)
            .reduce((earlier, later) -> later)
            .filter(last -> last == Deviation.CRITICAL)
            .isPresent();
    return critical
        && events
            .lastJudgedLate(stretch.sensorId(), from)
            .filter(event -> event.type() == SensorEventType.CRITICAL)
            .isPresent();
  }

  /**
   * The begin of a stretch, as much as memory and the one writer carry at once.
   *
   * @param to the end of the last interval in it
   */
  private record Part(List<Sample> samples, Instant to) {

    Optional<LateStretch> rest(LateStretch stretch) {
      return to.isBefore(stretch.to())
          ? Optional.of(new LateStretch(stretch.sensorId(), to.plus(1, MICROS), stretch.to()))
          : Optional.empty();
    }
  }

  /** Returns the begin of the interval in which a time lies. */
  private static Instant begin(Instant time, long length) {
    return Microseconds.instant(OpenInterval.number(time, length) * length);
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

  private Part part(LateStretch stretch, long length, Instant from, Instant to) {
    long sensorId = stretch.sensorId();
    List<Sample> samples = new ArrayList<>();
    Intake intake = new Intake(rules.of(sensorId), new OnlySamples(samples));
    intake.remember(readings.before(sensorId, from, Intake.REMEMBERED));
    Instant next = from;
    while (!next.isAfter(to)) {
      List<TimeSeriesData> page = readings.between(sensorId, next, to.plus(1, MICROS), PAGE);
      page.forEach(reading -> intake.take(reading, 0));
      if (page.size() < PAGE) {
        break;
      }
      next = page.get(PAGE - 1).timestamp().plus(1, MICROS);
      // At an interval's begin, so that the next part begins there too and judges nothing twice.
      Instant begin = begin(intake.taken(), length);
      if (samples.size() >= MOST && begin.isBefore(stretch.to())) {
        samples.removeIf(sample -> !sample.reading().timestamp().isBefore(begin));
        return new Part(samples, begin.minus(1, MICROS));
      }
    }
    intake.finish();
    return new Part(samples, to);
  }
}
