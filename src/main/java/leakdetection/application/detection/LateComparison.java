package leakdetection.application.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import leakdetection.application.detection.LateOutcome.StateChange;
import leakdetection.application.detection.Step.Judged;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.LateStretch;

/**
 * What is judged now beside what was judged before. Used once.
 *
 * <p>A reading has one detection at most, so the detection of the same reading comes first. Late
 * readings may put another one at the end of an interval; the interval keeps its detection then.
 * They may also bring the readings so close together that intervals are judged where single
 * readings were, or the other way round.
 */
final class LateComparison {

  private final long length;
  private final List<Judged> now;
  private final Map<Long, AnomalyDetection> byReading;
  private final Map<Long, AnomalyDetection> byInterval = new HashMap<>();
  private final List<Judged> fresh = new ArrayList<>();
  private final List<AnomalyDetection> changed = new ArrayList<>();
  private final List<StateChange> stateChanges = new ArrayList<>();
  private boolean alarm;

  /**
   * @param length of the detection intervals, us
   * @param before what was judged, in the order of the times
   * @param now what is judged, in the order of the times
   * @param alarm whether an alarm that was raised late goes on at the begin
   */
  LateComparison(long length, List<AnomalyDetection> before, List<Judged> now, boolean alarm) {
    this.length = length;
    this.now = now;
    this.alarm = alarm;
    this.byReading =
        before.stream().collect(Collectors.toMap(it -> it.timeSeriesData().id(), it -> it));
    Set<Long> readings = now.stream().map(it -> it.reading().id()).collect(Collectors.toSet());
    before.stream()
        .filter(it -> it.interval().isPresent() && !readings.contains(it.timeSeriesData().id()))
        .forEach(it -> byInterval.put(OpenInterval.number(it.timestamp(), length), it));
  }

  LateOutcome outcome(LateStretch stretch, Optional<LateStretch> rest, String sensorName) {
    now.forEach(this::take);
    byReading.values().stream()
        .filter(then -> !then.timeSeriesData().isJudged())
        .forEach(this::undo);
    return new LateOutcome(stretch, rest, sensorName, fresh, changed, stateChanges);
  }

  private void take(Judged judged) {
    AnomalyDetection then = then(judged.sample());
    if (then == null) {
      fresh.add(judged);
    } else if (differs(judged, then)) {
      changed.add(
          new AnomalyDetection(
              then.id(),
              then.timeSeriesData(),
              judged.judgement(),
              judged.sample().interval(),
              true));
    }
    boolean known = then != null && then.deviation() == Deviation.CRITICAL;
    boolean critical = judged.state() == SensorEventType.CRITICAL;
    if (critical ? !known && !alarm : alarm) {
      stateChanges.add(
          new StateChange(
              judged, then == null ? OptionalLong.empty() : OptionalLong.of(then.id())));
      alarm = critical;
    }
  }

  private AnomalyDetection then(Sample sample) {
    AnomalyDetection same = byReading.remove(sample.reading().id());
    if (same != null || sample.interval().isEmpty()) {
      return same;
    }
    AnomalyDetection then =
        byInterval.remove(OpenInterval.number(sample.reading().timestamp(), length));
    if (then != null) {
      byReading.remove(then.timeSeriesData().id());
    }
    return then;
  }

  private static boolean differs(Judged now, AnomalyDetection then) {
    return Double.compare(now.judgement().score(), then.score()) != 0
        || now.judgement().deviation() != then.deviation()
        || !now.sample().interval().equals(then.interval());
  }

  /** A reading that was judged turned out to be unusable. */
  private void undo(AnomalyDetection then) {
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
            true));
  }
}
