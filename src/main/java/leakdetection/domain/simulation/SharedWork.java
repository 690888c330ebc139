package leakdetection.domain.simulation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * A loop whose turns are shared between the caller's thread and whoever an executor lends.
 *
 * <p>The caller always works too, so the loop ends even when the executor is busy, full or runs
 * nothing at all; it makes no thread of its own.
 */
public final class SharedWork {

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch done;
  private final int count;
  private final IntConsumer turn;

  private SharedWork(int count, IntConsumer turn) {
    this.count = count;
    this.turn = turn;
    this.done = new CountDownLatch(count);
  }

  /**
   * Runs every turn from 0 to count - 1 once, in any order, and returns when all are finished.
   *
   * @param executor lends helping threads; {@code Runnable::run} for none
   * @throws CancellationException if the caller's thread is interrupted, which stays set
   */
  public static void run(int count, Executor executor, IntConsumer turn) {
    SharedWork work = new SharedWork(count, turn);
    int helpers = Math.min(count, Runtime.getRuntime().availableProcessors()) - 1;
    try {
      for (int i = 0; i < helpers; i++) {
        executor.execute(work::takeTurns);
      }
    } catch (RejectedExecutionException busy) {
      // Nobody to spare: the caller does the rest.
    }
    work.takeTurns();
    work.await();
  }

  private void takeTurns() {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      try {
        if (failure.get() == null) {
          requireUninterrupted();
          turn.accept(i);
        }
      } catch (RuntimeException | Error caught) {
        failure.compareAndSet(null, caught);
      } finally {
        done.countDown();
      }
    }
  }

  private static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The computation was cancelled.");
    }
  }

  private void await() {
    try {
      done.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure.compareAndSet(null, new CancellationException("The computation was cancelled."));
    }
    Throwable caught = failure.get();
    if (caught instanceof RuntimeException exception) {
      throw exception;
    }
    if (caught instanceof Error error) {
      throw error;
    }
  }
}
