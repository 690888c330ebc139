package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  @AfterEach
  void endPool() {
    pool.shutdownNow();
  }

  @Test
  void waitsForWhatOtherThreadsHaveBegun() {
    AtomicInteger done = new AtomicInteger();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Thread caller = Thread.currentThread();
          Runnable task =
              () -> {
                sleep(Thread.currentThread() == caller ? 50 : 500);
                done.incrementAndGet();
              };
          new Workers(pool).run(new ArrayDeque<>(List.of(task, task, task)));
          assertThat(done).hasValue(3);
        });
  }

  @Test
  void beginsNothingMoreAfterAFailureAndThrowsTheFirst() {
    AtomicInteger begun = new AtomicInteger();
    Runnable failing =
        () -> {
          throw new IllegalStateException("failure " + begun.incrementAndGet());
        };
    Queue<Runnable> tasks = new ArrayDeque<>(List.of(failing, failing, failing));
    assertThatThrownBy(() -> new Workers(Runnable::run).run(tasks)).hasMessage("failure 1");
    assertThat(begun).hasValue(1);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
