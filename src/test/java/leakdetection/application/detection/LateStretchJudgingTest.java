package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.ReadingRules;
import org.junit.jupiter.api.Test;

class LateStretchJudgingTest {

  private static final long SENSOR = 7;

  private final JudgeStand stand = new JudgeStand();
  private final LateStretchJudging judging = new LateStretchJudging();

  @Test
  void aLongStretchIsJudgedInPartsAsIfItWereOne() {
    judging.readings = stand.readings;
    judging.detections = stand.detections;
    judging.plugins = new PluginThreads(Thread::new);
    judging.rules =
        new SensorRules() {
          @Override
          public ReadingRules of(long sensorId) {
            return stand.rules;
          }
        };
    stand.assign(new EchoingProvider(), "a");
    double[] ppmv = JudgeStand.noise(3, 12_345);
    stand.store(SENSOR, 0, ppmv);

    List<Integer> parts = new ArrayList<>();
    Optional<LateStretch> left =
        Optional.of(
            new LateStretch(
                SENSOR,
                JudgeStand.BEGIN,
                JudgeStand.BEGIN.plus(Duration.ofMinutes(ppmv.length - 1))));
    while (left.isPresent()) {
      LateOutcome outcome = judging.judge(left.get(), stand.assignment());
      stand.detections.addAll(
          outcome.fresh().stream()
              .map(
                  judged ->
                      new AnomalyDetection(
                          stand.detections.nextId(),
                          judged.reading(),
                          judged.judgement(),
                          judged.sample().interval(),
                          true))
              .toList());
      assertThat(outcome.changed()).isEmpty();
      parts.add(outcome.fresh().size());
      left = outcome.rest();
    }

    assertThat(parts).hasSize(3).allMatch(size -> size <= LateStretchJudging.MOST);
    stand.assertJudgedAsOne(SENSOR, ppmv);
  }
}
