package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.events.SensorEventType;
import org.junit.jupiter.api.Test;

/** What a judge does when its detector, the database or a listener fails. */
class SensorJudgeFailureTest {

  private static final long SENSOR = 7;

  private final JudgeStand stand = new JudgeStand();
  private final EchoingProvider echo = new EchoingProvider();

  @Test
  void aDetectorThatThrowsIsStoppedByNameAndOtherSensorsDoNotNotice() {
    EchoingProvider fragile =
        new EchoingProvider(
            ppmv -> {
              if (ppmv == 13) {
                throw new IllegalStateException("thirteen");
              }
              return ppmv;
            });
    stand.assign(fragile, "a");
    SensorJudge unlucky = stand.judge(SENSOR);
    SensorJudge other = stand.judge(SENSOR + 1);
    unlucky.offer(stand.store(SENSOR, 0, 1, 13, 3));
    other.offer(stand.store(SENSOR + 1, 0, 1, 2, 3));
    stand.settle();
    unlucky.offer(stand.store(SENSOR, 3, 4));
    stand.settle();

    assertThat(stand.detections.of(SENSOR))
        .extracting(AnomalyDetection::deviation)
        .containsExactly(
            Deviation.OK, Deviation.UNDEFINED, Deviation.UNDEFINED, Deviation.UNDEFINED);
    assertThat(stand.messages)
        .singleElement()
        .asString()
        .contains("Detector echo", "sensor 19XT2116", "thirteen");
    assertThat(stand.states(SENSOR))
        .containsExactly(SensorEventType.OK, SensorEventType.NOT_AVAILABLE);
    assertThat(stand.detections.of(SENSOR + 1))
        .extracting(AnomalyDetection::score)
        .containsExactly(1., 2.5, 4.25);
    assertThat(fragile.open()).isEqualTo(1);
  }

  @Test
  void aServerWithoutMemoryDoesNotStopADetectorForGood() {
    AtomicInteger full = new AtomicInteger(2);
    stand.assign(
        new EchoingProvider(
            ppmv -> {
              if (full.getAndDecrement() > 0) {
                throw new OutOfMemoryError("Java heap space");
              }
              return ppmv;
            }),
        "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1, 2));
    stand.settle();
    stand.timer.runAll();
    stand.settle();
    assertThat(stand.detections.of(SENSOR)).isEmpty();

    stand.timer.runAll();
    stand.settle();

    stand.assertJudgedAsOne(SENSOR, 1, 2);
    assertThat(stand.messages).isEmpty();
  }

  @Test
  void aStoppedDetectorStaysStoppedUntilItIsChanged() {
    EchoingProvider broken =
        new EchoingProvider(
            ppmv -> {
              throw new NoClassDefFoundError("lost");
            });
    stand.assign(broken, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    stand.settle();
    judge.renew();
    judge.offer(stand.store(SENSOR, 1, 2));
    stand.settle();
    assertThat(stand.messages).hasSize(1);

    stand.assign(echo, "b");
    judge.renew();
    judge.offer(stand.store(SENSOR, 2, 3));
    stand.settle();
    assertThat(stand.detections.of(SENSOR))
        .extracting(AnomalyDetection::deviation)
        .containsExactly(Deviation.UNDEFINED, Deviation.UNDEFINED, Deviation.OK);
    assertThat(stand.detections.of(SENSOR).get(2).score()).isEqualTo(0.5 * (0.5 * 1 + 2) + 3);
  }

  @Test
  void aDetectorWithoutASnapshotIsStoppedAndWhatItJudgedIsStored() {
    echo.failSnapshots();
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    double[] ppmv = JudgeStand.noise(7, Judging.SNAPSHOT_EVERY);
    judge.offer(stand.store(SENSOR, 0, ppmv));
    stand.settle();

    stand.assertJudgedAsOne(SENSOR, ppmv);
    assertThat(stand.messages).singleElement().asString().contains("no snapshot");
    assertThat(stand.timer.waiting()).isZero();
  }

  @Test
  void aScoreThatIsNoNumberIsUndefined() {
    stand.assign(new EchoingProvider(ppmv -> ppmv > 5 ? Double.NaN : ppmv), "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1, 9));
    stand.settle();

    assertThat(stand.detections.of(SENSOR))
        .extracting(AnomalyDetection::deviation)
        .containsExactly(Deviation.OK, Deviation.UNDEFINED);
    assertThat(stand.detections.of(SENSOR).get(1).score()).isNaN();
    assertThat(stand.states(SENSOR)).containsExactly(SensorEventType.OK);
  }

  @Test
  void aDetectorThatIsNotInstalledIsComplainedOfOnceAndItsReadingsWait() {
    stand.assign(
        () -> {
          throw new UnknownDetectorException("gone", List.of("matrix-profile"));
        });
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    for (int i = 0; i < 3; i++) {
      stand.settle();
      stand.timer.runAll();
    }
    assertThat(stand.messages).singleElement().asString().contains("gone");
    assertThat(judge.untaken()).as("what keeps other sensors' readings out").isZero();

    stand.assign(echo, "a");
    stand.settle();
    stand.timer.runAll();
    stand.settle();
    stand.assertJudgedAsOne(SENSOR, 1);
  }

  @Test
  void aJudgeThatCannotReadTheDatabaseTriesAgain() {
    stand.assign(
        () -> {
          throw new IllegalStateException("disk I/O error");
        });
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    for (int i = 0; i < 3; i++) {
      stand.settle();
      stand.timer.runAll();
    }
    assertThat(stand.detections.of(SENSOR)).isEmpty();

    stand.assign(echo, "a");
    stand.settle();
    stand.assertJudgedAsOne(SENSOR, 1);
  }

  @Test
  void aListenerThatFailsDoesNotKeepTheJudgeFromGoingOn() {
    stand.recorded.failWith(new IllegalStateException("a page broke"));
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    stand.settle();
    judge.offer(stand.store(SENSOR, 1, 500));
    stand.settle();

    stand.assertJudgedAsOne(SENSOR, 1, 500);
    assertThat(stand.raised.all()).hasSize(2);
  }
}
