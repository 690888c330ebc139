package leakdetection.application.detection;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs one piece of work on an executor, never twice at once, and again whenever it was woken in
 * the meantime. What one run wrote, the next one sees, whatever thread it is on. Thread-safe.
 *
 * <p>An executor that takes nothing any more is being stopped with the server: a wake is then of no
 * effect.
 */
final class SerialTask {

  private final Supplier<Executor> executor;
  private final Runnable work;
  private final AtomicInteger wakes = new AtomicInteger();

  SerialTask(Executor executor, Runnable work) {
    this(() -> executor, work);
  }

  /**
   * @param executor says who runs the work next
   */
  SerialTask(Supplier<Executor> executor, Runnable work) {
    this.executor = executor;
    this.work = work;
  }

  /** Makes sure that the work runs once more from its beginning; never blocks. */
  void wake() {
    if (wakes.getAndIncrement() == 0) {
      execute();
    }
  }

  private void run() {
    int answered = wakes.get();
    try {
      work.run();
    } finally {
      if (wakes.addAndGet(-answered) != 0) {
        execute();
      }
    }
  }

  private void execute() {
    try {
      executor.get().execute(this::run);
    } catch (RejectedExecutionException stopping) {
      wakes.set(0);
    }
  }
}
