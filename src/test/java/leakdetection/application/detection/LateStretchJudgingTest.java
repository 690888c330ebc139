package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LateStretchJudgingTest {

  private static final long SENSOR = 7;
  private static final int READINGS = 12_345;

  private final JudgeStand stand = new JudgeStand();
  private final LateStretchJudging judging = new LateStretchJudging();
  private final List<Integer> parts = new ArrayList<>();

  @BeforeEach
  void assemble() {
    judging.readings = stand.readings;
    judging.detections = stand.detections;
    judging.events = stand.events;
    judging.plugins = new PluginThreads(Thread::new);
    judging.rules =
        new SensorRules() {
          @Override
          public ReadingRules of(long sensorId) {
            return stand.rules;
          }
        };
    stand.assign(new EchoingProvider(), "a");
  }

  @Test
  void aLongStretchIsJudgedInPartsAsIfItWereOne() {
    double[] ppmv = JudgeStand.noise(3, READINGS);
    stand.store(SENSOR, 0, ppmv);

    judge();

    assertThat(parts).hasSizeGreaterThan(2).allMatch(size -> size <= LateStretchJudging.MOST);
    stand.assertJudgedAsOne(SENSOR, ppmv);
  }

  /** Minutes are judged one by one, or as means of two. */
  @ParameterizedTest
  @ValueSource(doubles = {60, 120})
  void anAlarmThatGoesOnWhereAPartEndsIsRaisedOnceAndEnds(double interval) {
    stand.rules = new ReadingRules(Map.of(ReadingRule.DETECTION_INTERVAL, interval));
    double[] ppmv = new double[READINGS];
    Arrays.fill(ppmv, 20);
    Arrays.fill(ppmv, 3_900, 5_100, 300);
    Arrays.fill(ppmv, 9_900, 10_100, 300);
    stand.store(SENSOR, 0, ppmv);

    judge();

    assertThat(stand.states(SENSOR))
        .containsExactly(
            SensorEventType.CRITICAL,
            SensorEventType.OK,
            SensorEventType.CRITICAL,
            SensorEventType.OK);
  }

  /** Judges all readings as one late stretch, part after part, and keeps what comes out. */
  private void judge() {
    Instant last = JudgeStand.BEGIN.plus(Duration.ofMinutes(READINGS - 1));
    Optional<LateStretch> left = Optional.of(new LateStretch(SENSOR, JudgeStand.BEGIN, last));
    while (left.isPresent()) {
      LateOutcome outcome = judging.judge(left.get(), stand.assignment());
      assertThat(outcome.changed()).as("judged twice with another result").isEmpty();
      outcome.fresh().forEach(this::keep);
      outcome.stateChanges().forEach(this::keep);
      parts.add(outcome.fresh().size());
      left = outcome.rest();
    }
  }

  private void keep(Step.Judged judged) {
    stand.detections.addAll(
        List.of(
            new AnomalyDetection(
                stand.detections.nextId(),
                judged.reading(),
                judged.judgement(),
                judged.sample().interval(),
                true)));
  }

  private void keep(LateOutcome.StateChange change) {
    Step.Judged judged = change.judged();
    stand.events.add(
        new SensorEvent(
            SENSOR, new SensorCondition(judged.state()), judged.reading().timestamp(), null, true));
  }
}
