package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
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
    double[] ppmv = JudgeStand.noise(1, 5000);

    Random random = new Random(2);
    for (int done = 0; done < ppmv.length; ) {
      int count = Math.min(1 + random.nextInt(200), ppmv.length - done);
      judge.offer(stand.store(SENSOR, done, slice(ppmv, done, count)));
      done += count;
      step(random);
    }
    stand.settle();

    stand.assertJudgedAsOne(SENSOR, ppmv);
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
    double[] ppmv = JudgeStand.noise(3, 4000);
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
    stand.assertJudgedAsOne(SENSOR, ppmv);
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
    stand.assertJudgedAsOne(SENSOR, 1, 2, 3);
  }

  @Test
  void aRestartGoesOnAsIfNothingHadHappened() {
    stand.assign(echo, "a");
    double[] ppmv = JudgeStand.noise(5, 3000);
    Random random = new Random(6);
    for (int done = 0; done < ppmv.length; done += 150) {
      // Every round is a process of its own: its judge is left alone in the middle of its work.
      SensorJudge judge = stand.judge(SENSOR);
      judge.renew();
      judge.offer(stand.store(SENSOR, done, slice(ppmv, done, 150)));
      for (int i = random.nextInt(6); i > 0; i--) {
        step(random);
      }
      stand.lose();
    }
    stand.judge(SENSOR).renew();
    stand.settle();

    stand.assertJudgedAsOne(SENSOR, ppmv);
  }

  @Test
  void anOverloadFallsBackToTheDatabaseAndLosesNothing() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    judge.offer(stand.store(SENSOR, 0, 1));
    stand.settle();
    double[] ppmv = JudgeStand.noise(8, 2 * Backlog.CAPACITY + 17);
    for (int done = 0; done < ppmv.length; done += 500) {
      int count = Math.min(500, ppmv.length - done);
      judge.offer(stand.store(SENSOR, 1 + done, slice(ppmv, done, count)));
      assertThat(judge.waiting()).isLessThanOrEqualTo(Backlog.CAPACITY);
    }
    stand.settle();

    stand.assertJudgedAsOne(
        SENSOR, DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(ppmv)).toArray());
  }

  @Test
  void anEventIsRaisedOnlyWhenTheStateChanges() {
    stand.assign(echo, "a");
    SensorJudge judge = stand.judge(SENSOR);
    for (double ppmv : new double[] {1, 500, 500, 500, 1, 1, 1, 1, 120, 500}) {
      judge.offer(stand.store(SENSOR, stand.readings.of(SENSOR).size(), ppmv));
      stand.settle();
    }

    assertThat(stand.states(SENSOR))
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

    stand.assertJudgedAsOne(SENSOR, 1, 2, 3);
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

    stand.assertJudgedAsOne(SENSOR, 1, 2, 3);
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

  /** Runs or commits one thing. */
  private void step(Random random) {
    if (random.nextBoolean() && stand.executor.waiting() > 0) {
      stand.executor.runNext();
    } else if (stand.writer.waiting() > 0) {
      stand.writer.commitNext();
    }
  }

  private static double[] slice(double[] values, int from, int count) {
    return Arrays.copyOfRange(values, from, from + count);
  }
}
