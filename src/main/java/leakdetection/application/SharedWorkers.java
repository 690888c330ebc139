package leakdetection.application;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs many short tasks, in the order of their coming, on few tasks of another executor, which stay
 * as long as there is something to do. A managed executor takes longer to begin a task than most of
 * them take to run. Thread-safe.
 *
 * <p>The tasks read no entities: the container keeps an entity that was read outside of a
 * transaction until the managed task ends, and so it would be as old as the worker.
 */
public final class SharedWorkers implements Executor {

  /** How long a worker stays with nothing to do. */
  private static final long PATIENCE_MILLIS = 1000;

  private static final Logger LOG = Logger.getLogger(SharedWorkers.class.getName());

  private final Executor executor;
  private final int most;
  private final long patience;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger workers = new AtomicInteger();

  /**
   * @param executor runs the workers
   * @param most how many of them there are at most
   */
  public SharedWorkers(Executor executor, int most) {
    this(executor, most, PATIENCE_MILLIS);
  }

  SharedWorkers(Executor executor, int most, long patience) {
    this.executor = executor;
    this.most = most;
    this.patience = patience;
  }

  /**
   * Takes a task; never blocks. How many may wait is for the callers to bound.
   *
   * @throws RejectedExecutionException if the executor takes no worker, and none is there; the task
   *     does not run then
   */
  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    try {
      startWorker();
    } catch (RejectedExecutionException refusal) {
      if (workers.get() == 0 && waiting.remove(task)) {
        throw refusal;
      }
    }
  }

  private void startWorker() {
    if (workers.getAndUpdate(count -> Math.min(count + 1, most)) == most) {
      return;
    }
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException refusal) {
      workers.decrementAndGet();
      throw refusal;
    }
  }

  private void work() {
    try {
      for (Runnable task = next(); task != null; task = next()) {
        run(task);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      leave();
    }
  }

  private Runnable next() throws InterruptedException {
    return waiting.poll(patience, TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      LOG.log(Level.SEVERE, "A task failed.", failure);
    }
  }

  /** What came while the last worker left is for another one. */
  private void leave() {
    workers.decrementAndGet();
    if (!waiting.isEmpty()) {
      try {
        startWorker();
      } catch (RejectedExecutionException stopping) {
        LOG.log(Level.FINE, "Nothing is run any more: the server is stopping.", stopping);
      }
    }
  }
}
