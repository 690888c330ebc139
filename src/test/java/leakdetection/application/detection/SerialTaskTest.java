package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SerialTaskTest {

  private final SteppedExecutor executor = new SteppedExecutor();

  @Test
  void wakesBeforeTheRunAreAnsweredByOneRun() {
    AtomicInteger runs = new AtomicInteger();
    SerialTask task = new SerialTask(executor, runs::incrementAndGet);

    task.wake();
    task.wake();
    task.wake();
    executor.runAll();

    assertThat(runs).hasValue(1);
  }

  @Test
  void aWakeDuringTheRunIsAnsweredByAnother() {
    AtomicInteger runs = new AtomicInteger();
    SerialTask[] task = new SerialTask[1];
    task[0] =
        new SerialTask(
            executor,
            () -> {
              if (runs.incrementAndGet() == 1) {
                task[0].wake();
                task[0].wake();
              }
            });

    task[0].wake();
    executor.runAll();

    assertThat(runs).hasValue(2);
  }

  @Test
  void aRunThatFailsDoesNotEndTheTask() {
    AtomicInteger runs = new AtomicInteger();
    SerialTask task =
        new SerialTask(
            executor,
            () -> {
              runs.incrementAndGet();
              throw new IllegalStateException("planned");
            });

    task.wake();
    assertThatThrownBy(executor::runAll).hasMessage("planned");
    task.wake();
    assertThatThrownBy(executor::runAll).hasMessage("planned");

    assertThat(runs).hasValue(2);
  }

  @Test
  void aWakeAtAStoppedExecutorIsOfNoEffect() {
    ExecutorService stopped = Executors.newSingleThreadExecutor();
    stopped.shutdown();
    SerialTask task = new SerialTask(stopped, () -> {});

    assertThatCode(task::wake).doesNotThrowAnyException();
  }

  @Test
  @Timeout(60)
  void manyThreadsLoseNoWakeAndNeverMeet() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    AtomicInteger offered = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    AtomicBoolean inside = new AtomicBoolean();
    AtomicInteger meetings = new AtomicInteger();
    int[] seen = new int[1]; // not volatile: the task itself must make it visible
    SerialTask task =
        new SerialTask(
            threads,
            () -> {
              if (!inside.compareAndSet(false, true)) {
                meetings.incrementAndGet();
              }
              seen[0] = Math.max(seen[0], offered.get());
              answered.set(seen[0]);
              inside.set(false);
            });

    List<Thread> wakers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Thread waker =
          new Thread(
              () -> {
                for (int k = 0; k < 20_000; k++) {
                  offered.incrementAndGet();
                  task.wake();
                }
              });
      waker.start();
      wakers.add(waker);
    }
    for (Thread waker : wakers) {
      waker.join();
    }
    // The run that answers the last wake may still be about to begin.
    while (answered.get() < 60_000) {
      Thread.sleep(1);
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(meetings).hasValue(0);
    assertThat(seen[0]).isEqualTo(60_000);
  }
}
