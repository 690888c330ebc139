package leakdetection.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedWorkersTest {

  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void oneWorkerRunsAllThatWaitsInTheOrderOfItsComing() {
    Queue<Runnable> handed = new ArrayDeque<>();
    SharedWorkers workers = new SharedWorkers(handed::add, 1, 0);
    List<Integer> ran = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      workers.execute(() -> ran.add(number));
    }

    assertThat(handed).hasSize(1);
    handed.remove().run();
    assertThat(ran).containsExactly(0, 1, 2);
  }

  @Test
  void neverAreThereMoreWorkersThanAllowedAndTheyAreUsed() throws InterruptedException {
    SharedWorkers workers = new SharedWorkers(pool, 3);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(3);
    CountDownLatch ran = new CountDownLatch(100);
    for (int i = 0; i < 100; i++) {
      workers.execute(
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            together.countDown();
            await(together);
            running.decrementAndGet();
            ran.countDown();
          });
    }

    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(most).hasValue(3);
  }

  @Test
  void aTaskThatFailsHarmsNoOther() throws InterruptedException {
    SharedWorkers workers = new SharedWorkers(pool, 1);
    CountDownLatch ran = new CountDownLatch(1);
    workers.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    workers.execute(ran::countDown);

    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nothingIsForgottenWhenWorkersLeave() throws InterruptedException {
    int count = 200_000;
    CountDownLatch ran = new CountDownLatch(count);
    SharedWorkers workers = new SharedWorkers(pool, 2, 0);
    for (int i = 0; i < count; i++) {
      workers.execute(ran::countDown);
    }

    assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatNobodyRunsIsRefused() {
    SharedWorkers workers =
        new SharedWorkers(
            worker -> {
              throw new RejectedExecutionException("stopping");
            },
            1);

    assertThatThrownBy(() -> workers.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
