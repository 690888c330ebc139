package leakdetection.application.backtest;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Works off independent tasks on the calling thread and on as many threads as an executor lends.
 *
 * <p>The caller always works too, so an executor that is busy, full or the caller's own never makes
 * it wait for ever.
 */
final class Workers {

  private final Executor executor;

  Workers(Executor executor) {
    this.executor = executor;
  }

  /**
   * Runs all tasks and returns when they are done. After a failure no further task is begun.
   *
   * @throws RuntimeException what the first failing task threw, also an {@link Error}
   */
  void run(Queue<? extends Runnable> tasks) {
    Crew crew = new Crew(new ArrayDeque<>(tasks));
    int helpers = Math.min(tasks.size(), Runtime.getRuntime().availableProcessors()) - 1;
    try {
      for (int i = 0; i < helpers; i++) {
        executor.execute(crew);
      }
    } catch (RejectedExecutionException busy) {
      // The caller does the work alone.
    }
    crew.run();
    crew.await();
  }

  private static final class Crew implements Runnable {

    private final Queue<Runnable> waiting;
    private int running;
    private Throwable failure;

    Crew(Queue<Runnable> waiting) {
      this.waiting = waiting;
    }

    @Override
    public void run() {
      for (Runnable task = begin(); task != null; task = begin()) {
        Throwable thrown = null;
        try {
          task.run();
        } catch (Throwable any) {
          thrown = any;
        }
        end(thrown);
      }
    }

    private synchronized Runnable begin() {
      Runnable task = failure == null ? waiting.poll() : null;
      if (task != null) {
        running++;
      }
      return task;
    }

    private synchronized void end(Throwable thrown) {
      running--;
      if (failure == null) {
        failure = thrown;
      }
      notifyAll();
    }

    /** Waits for the tasks that other threads have begun: they hold the results. */
    private synchronized void await() {
      boolean interrupted = false;
      while (running > 0) {
        try {
          wait();
        } catch (InterruptedException stop) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }
  }
}
