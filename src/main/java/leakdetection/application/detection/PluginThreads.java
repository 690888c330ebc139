package leakdetection.application.detection;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which the code of plug-ins runs, and which plug-ins did not give one back.
 *
 * <p>They are not the server's: its pool is as small as the machine, and a few calls that never
 * return would leave it none for its requests. A thread that was lost is replaced, and its plug-in
 * is not called again. Thread-safe.
 */
public final class PluginThreads implements Executor, AutoCloseable {

  private static final int FEWEST = 16;

  /** However many are lost, no more than these are made. */
  private static final int MOST = 256;

  private static final long LOOK_EVERY_MILLIS = 250;

  private final ThreadPoolExecutor pool;
  private final Set<String> hung = ConcurrentHashMap.newKeySet();

  /** Work that makes its calls into a plug-in through {@code call}, so that they are watched. */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    /** Does the work. */
    T with(PluginCall call) throws X;
  }

  /**
   * @param factory makes the threads
   */
  public PluginThreads(ThreadFactory factory) {
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            FEWEST,
            FEWEST,
            60,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = factory.newThread(task);
              thread.setName("plugin-" + number.incrementAndGet());
              // One that hangs must not keep the process from ending.
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /**
   * Does work with a detector: on the calling thread if it is built in, else on one of these, for
   * which the caller waits.
   *
   * @throws HungPluginException if a call of the plug-in did not return, now or earlier
   */
  public <T, X extends Exception> T run(InstalledDetector detector, Work<T, X> work) throws X {
    PluginCall call = new PluginCall();
    if (detector.isBuiltIn()) {
      return work.with(call);
    }
    if (isGivenUp(detector)) {
      throw new HungPluginException(detector);
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(
        () -> {
          try {
            result.complete(work.with(call));
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return await(detector, call, result);
  }

  private <T> T await(InstalledDetector detector, PluginCall call, CompletableFuture<T> result) {
    while (true) {
      try {
        return result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (call.isHung()) {
          call.interrupt();
          giveUp(detector);
          throw new HungPluginException(detector);
        }
      } catch (ExecutionException failed) {
        throw PluginThreads.<RuntimeException>asThrown(failed.getCause());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The wait for " + detector.id() + " was interrupted.");
      }
    }
  }

  /** Calls this plug-in no more, and makes up for the thread that it keeps. */
  public void giveUp(InstalledDetector detector) {
    hung.add(key(detector));
    replaceLost();
  }

  /** Makes up for a thread that a plug-in keeps. */
  public synchronized void replaceLost() {
    int threads = Math.min(MOST, pool.getMaximumPoolSize() + 1);
    pool.setMaximumPoolSize(threads);
    pool.setCorePoolSize(threads);
  }

  /** Tells whether a call of this plug-in did not return since the start. */
  public boolean isGivenUp(InstalledDetector detector) {
    return hung.contains(key(detector));
  }

  private static String key(InstalledDetector detector) {
    return detector.id() + "|" + detector.sha256();
  }

  // What the work may throw is declared by run.
  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X asThrown(Throwable failure) throws X {
    throw (X) failure;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
