package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.application.detection.Step.Judged;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class DetectionRecorderTest {

  private static final long SENSOR = 7;
  private static final SensorCondition NONE_YET = null;

  private final JudgeStand stand = new JudgeStand();

  @Test
  void nothingIsKeptOrAnnouncedBeforeTheCommit() {
    CompletableFuture<?> recording = record(NONE_YET, 50, 250);

    assertThat(recording).isNotDone();
    assertThat(stand.detections.of(SENSOR)).isEmpty();
    assertThat(stand.recorded.all()).isEmpty();
    stand.writer.commitNext();

    assertThat(recording).isDone();
    assertThat(stand.detections.of(SENSOR)).hasSize(2);
    assertThat(stand.recorded.all().get(0).detections()).isEqualTo(stand.detections.of(SENSOR));
  }

  @Test
  void theFirstJudgementSetsTheState() {
    recorded(NONE_YET, 50);

    assertThat(stand.events.sensorEvents())
        .extracting(SensorEvent::type)
        .containsExactly(SensorEventType.OK);
    assertThat(stand.messages).isEmpty();
  }

  @Test
  void eachChangeIsAnEventOfTheReadingThatShowedIt() {
    recorded(SensorCondition.OK, 50, 250, 260, 150, 240);

    assertThat(stand.events.sensorEvents())
        .extracting(SensorEvent::type)
        .containsExactly(SensorEventType.CRITICAL, SensorEventType.OK, SensorEventType.CRITICAL);
    assertThat(stand.events.sensorEvents())
        .extracting(SensorEvent::detectionId)
        .containsExactly(
            stand.detections.of(SENSOR).get(1).id(),
            stand.detections.of(SENSOR).get(3).id(),
            stand.detections.of(SENSOR).get(4).id());
    assertThat(stand.events.sensorEvents().get(0).timestamp())
        .isEqualTo(stand.detections.of(SENSOR).get(1).timestamp());
    assertThat(stand.raised.all()).hasSize(3);
  }

  @Test
  void aStateThatLastsIsNoEvent() {
    recorded(new SensorCondition(SensorEventType.CRITICAL), 250, 300);

    assertThat(stand.events.sensorEvents()).isEmpty();
    assertThat(stand.raised.all()).isEmpty();
  }

  @Test
  void operatorsAreToldWithNumbersWhenASensorTurnsCriticalAndBack() {
    recorded(SensorCondition.OK, 250, 50);

    assertThat(stand.events.systemEvents())
        .extracting(SystemEvent::type)
        .containsExactly(SystemEventType.ALERT_CRITICAL, SystemEventType.ALERT_SUCCESS);
    assertThat(stand.messages)
        .containsExactly(
            "Sensor 19XT2116 is critical: 0.0 ppmv at 2024-05-01T00:00:00Z, score 250 %.",
            "Sensor 19XT2116 is no longer critical: 1.0 ppmv at 2024-05-01T00:01:00Z, score 50 %.");
  }

  @Test
  void theSnapshotIsKeptWithItsDetections() {
    KeptSnapshot snapshot =
        new KeptSnapshot(SENSOR, "a", "echo", 1, JudgeStand.BEGIN, new byte[] {1});
    stand.recorder.record(
        new Batch(SENSOR, "19XT2116", NONE_YET, judged(50), Optional.of(snapshot)));
    assertThat(stand.detections.snapshot(SENSOR)).isEmpty();

    stand.writer.commitNext();
    assertThat(stand.detections.snapshot(SENSOR)).contains(snapshot);
  }

  @Test
  void aListenerThatFailsKeepsTheAlarmFromNobodyElse() {
    stand.recorded.failWith(new IllegalStateException("planned"));
    stand.raised.failWith(new IllegalStateException("planned"));
    CompletableFuture<?> recording = record(SensorCondition.OK, 250);
    stand.writer.commitNext();

    assertThat(recording).isCompleted();
    assertThat(stand.raised.all()).hasSize(1);
    assertThat(stand.messages).hasSize(1);
  }

  private void recorded(SensorCondition before, double... scores) {
    record(before, scores);
    stand.writer.commitAll();
  }

  private CompletableFuture<?> record(SensorCondition before, double... scores) {
    return stand.recorder.record(
        new Batch(SENSOR, "19XT2116", before, judged(scores), Optional.empty()));
  }

  /** Judges readings of 0, 1, 2, ... ppmv with these scores. */
  private List<Step> judged(double... scores) {
    double[] ppmv = IntStream.range(0, scores.length).asDoubleStream().toArray();
    List<TimeSeriesData> readings = stand.store(SENSOR, 0, ppmv);
    return IntStream.range(0, scores.length)
        .<Step>mapToObj(i -> judged(readings.get(i), scores[i]))
        .toList();
  }

  private static Judged judged(TimeSeriesData reading, double score) {
    Deviation deviation = score >= 200 ? Deviation.CRITICAL : Deviation.OK;
    return new Judged(
        reading, new Judgement("echo", score, deviation, false), SensorEventType.of(deviation));
  }
}
