package leakdetection.presentation.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one command; they end with it. */
final class Threads implements AutoCloseable {

  private final ExecutorService pool;

  Threads(String name) {
    AtomicInteger number = new AtomicInteger();
    pool =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              // A plug-in that hangs must not keep the command from ending.
              thread.setDaemon(true);
              return thread;
            });
  }

  ExecutorService pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
