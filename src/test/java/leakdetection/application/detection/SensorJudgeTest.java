package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class SensorJudgeTest {

  private static final long SENSOR = 7;

  private final JudgeStand stand = new JudgeStand();
  private final EchoingProvider echo = new EchoingProvider();

  @Test
  void everyReadingIsJudgedOnceAndInOrder() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    double[] ppmv = noise(1, 5000);

    Random random = new Random(2);
    for (int done = 0; done < ppmv.length; ) {
      int count = Math.min(1 + random.nextInt(200), ppmv.length - done);
      judge.offer(stand.store(SENSOR, done, slice(ppmv, done, count)));
      done += count;
      step(random);
    }
    stand.settle();

    assertJudgedAsOne(ppmv);
  }

  @Test
  void aBatchIsJudgedOnlyOnceTheOneBeforeItIsStored() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1, 2));
    stand.executor.runAll();
    judge.offer(stand.store(SENSOR, 2, 3));
    stand.executor.runAll();

    assertThat(stand.writer.waiting()).isEqualTo(1);
    stand.writer.commitNext();
    stand.executor.runAll();
    assertThat(stand.writer.waiting()).isEqualTo(1);
  }

  @Test
  void aStoreThatFailsStartsOverFromTheLastSnapshot() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    double[] ppmv = noise(3, 4000);
    Random random = new Random(4);
    int failures = 0;
    for (int done = 0; done < ppmv.length; done += 100) {
      judge.offer(stand.store(SENSOR, done, slice(ppmv, done, 100)));
      stand.executor.runAll();
      if (random.nextInt(4) == 0 && stand.writer.waiting() > 0) {
        stand.writer.failNext(new IllegalStateException("database is locked"));
        failures++;
        stand.executor.runAll();
        assertThat(stand.writer.waiting()).as("nothing is judged before the rest is over").isZero();
        stand.timer.runAll();
      }
      stand.settle();
    }

    assertThat(failures).isGreaterThan(5);
    assertThat(echo.restored()).isGreaterThan(0);
    assertJudgedAsOne(ppmv);
    assertThat(echo.open()).isEqualTo(1);
  }

  @Test
  void readingsThatComeBetweenAFailureAndItsRetryAreNotJudgedBeforeTheFailedOnes() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1, 2));
    stand.executor.runAll();
    stand.writer.failNext(new IllegalStateException("disk full"));
    judge.offer(stand.store(SENSOR, 2, 3));
    stand.settle();
    assertThat(stand.detections.of(SENSOR)).isEmpty();

    stand.timer.runAll();
    stand.settle();
    assertJudgedAsOne(1, 2, 3);
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
    assertJudgedAsOne(1);
  }

  @Test
  void aRestartGoesOnAsIfNothingHadHappened() {
    stand.assign(echo, "a");
    double[] ppmv = noise(5, 3000);
    Random random = new Random(6);
    for (int done = 0; done < ppmv.length; done += 150) {
      // Every round is a process of its own: its judge is left alone in the middle of its work.
      SensorJudge judge = stand.judge(SENSOR);
      judge.renew();
      judge.offer(stand.store(SENSOR, done, slice(ppmv, done, 150)));
      for (int i = random.nextInt(6); i > 0; i--) {
        step(random);
      }
      lose();
    }
    stand.judge(SENSOR).renew();
    stand.settle();

    assertJudgedAsOne(ppmv);
  }

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
    assertThat(states(SENSOR)).containsExactly(SensorEventType.OK, SensorEventType.NOT_AVAILABLE);
    assertThat(stand.detections.of(SENSOR + 1))
        .extracting(AnomalyDetection::score)
        .containsExactly(1., 2.5, 4.25);
    assertThat(fragile.open()).isEqualTo(1);
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
    double[] ppmv = noise(7, Judging.SNAPSHOT_EVERY);
    judge.offer(stand.store(SENSOR, 0, ppmv));
    stand.settle();

    assertJudgedAsOne(ppmv);
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
    assertThat(states(SENSOR)).containsExactly(SensorEventType.OK);
  }

  @Test
  void anOverloadFallsBackToTheDatabaseAndLosesNothing() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    stand.settle();
    double[] ppmv = noise(8, 2 * Backlog.CAPACITY + 17);
    for (int done = 0; done < ppmv.length; done += 500) {
      int count = Math.min(500, ppmv.length - done);
      judge.offer(stand.store(SENSOR, 1 + done, slice(ppmv, done, count)));
      assertThat(judge.waiting()).isLessThanOrEqualTo(Backlog.CAPACITY);
    }
    stand.settle();

    assertJudgedAsOne(DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(ppmv)).toArray());
  }

  @Test
  void anEventIsRaisedOnlyWhenTheStateChanges() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    for (double ppmv : new double[] {1, 500, 500, 500, 1, 1, 1, 1, 120, 500}) {
      judge.offer(stand.store(SENSOR, stand.readings.of(SENSOR).size(), ppmv));
      stand.settle();
    }

    assertThat(states(SENSOR))
        .containsExactly(
            SensorEventType.OK,
            SensorEventType.CRITICAL,
            SensorEventType.OK,
            SensorEventType.CRITICAL);
    assertThat(stand.raised.all()).hasSize(4);
    assertThat(stand.events.systemEvents()).hasSize(3);
  }

  @Test
  void aLateReadingIsPassedOverAlsoAfterARestart() {
    stand.assign(echo, "a");
    stand.judge(SENSOR).offer(stand.store(SENSOR, 0, 1, 2));
    stand.settle();
    TimeSeriesData late =
        new TimeSeriesData(
            99, SENSOR, JudgeStand.BEGIN.plus(Duration.ofSeconds(30)), 50, Quality.LATE);
    stand.readings.addAll(List.of(late));
    SensorJudge restarted = stand.judge(SENSOR);
    restarted.offer(stand.store(SENSOR, 2, 3));
    stand.settle();

    assertJudgedAsOne(1, 2, 3);
  }

  @Test
  void aNewNameChangesOnlyTheMessages() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1, 2));
    stand.settle();
    judge.renew();
    judge.offer(stand.store(SENSOR, 2, 3));
    stand.settle();

    assertJudgedAsOne(1, 2, 3);
    assertThat(echo.created()).isEqualTo(1);
  }

  @Test
  void aRemovedSensorIsJudgedNoMore() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    stand.executor.runAll();
    judge.offer(stand.store(SENSOR, 1, 2));
    judge.close();
    stand.writer.failNext(new IllegalStateException("FOREIGN KEY constraint failed"));
    stand.settle();

    assertThat(stand.detections.of(SENSOR)).isEmpty();
    assertThat(stand.timer.waiting()).isZero();
    assertThat(echo.open()).isZero();
  }

  @Test
  void aSensorThatIsGoneAtTheLookUpIsJudgedNoMore() {
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    stand.settle();
    judge.offer(stand.store(SENSOR, 1, 2));
    stand.settle();

    assertThat(stand.detections.of(SENSOR)).isEmpty();
    assertThat(stand.timer.waiting()).isZero();
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

    stand.assign(echo, "a");
    stand.settle();
    stand.timer.runAll();
    stand.settle();
    assertJudgedAsOne(1);
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

    assertJudgedAsOne(1, 500);
    assertThat(stand.raised.all()).hasSize(2);
  }

  /** Runs or commits one thing. */
  private void step(Random random) {
    if (random.nextBoolean() && stand.executor.waiting() > 0) {
      stand.executor.runNext();
    } else if (stand.writer.waiting() > 0) {
      stand.writer.commitNext();
    }
  }

  /** Loses everything that is not stored, as the end of a process does. */
  private void lose() {
    while (stand.writer.waiting() > 0) {
      stand.writer.failNext(new IllegalStateException("killed"));
    }
    while (stand.executor.waiting() > 0) {
      stand.executor.discardNext();
    }
    stand.timer.discardAll();
  }

  private void assertJudgedAsOne(double... ppmv) {
    double[] scores = new double[ppmv.length];
    double sum = 0;
    for (int i = 0; i < ppmv.length; i++) {
      sum = 0.5 * sum + ppmv[i];
      scores[i] = sum;
    }
    List<AnomalyDetection> stored = stand.detections.of(SENSOR);
    assertThat(stored.stream().mapToDouble(AnomalyDetection::score)).containsExactly(boxed(scores));
    assertThat(stored.stream().map(AnomalyDetection::timestamp))
        .containsExactlyElementsOf(
            IntStream.range(0, ppmv.length)
                .mapToObj(minute -> JudgeStand.BEGIN.plus(Duration.ofMinutes(minute)))
                .toList());
  }

  private static Double[] boxed(double[] values) {
    return DoubleStream.of(values).boxed().toArray(Double[]::new);
  }

  private List<SensorEventType> states(long sensorId) {
    return stand.events.sensorEvents().stream()
        .filter(event -> event.sensorId() == sensorId)
        .map(SensorEvent::type)
        .toList();
  }

  private static double[] noise(long seed, int count) {
    return new Random(seed).doubles(count, 10, 60).toArray();
  }

  private static double[] slice(double[] values, int from, int count) {
    return Arrays.copyOfRange(values, from, from + count);
  }
}
