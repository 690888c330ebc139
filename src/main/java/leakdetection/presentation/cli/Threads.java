package leakdetection.presentation.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import leakdetection.application.detection.PluginThreads;

/** The threads of one command; they end with it. */
final class Threads implements AutoCloseable {

  private final ExecutorService pool;
  private final PluginThreads plugins = new PluginThreads(Thread::new);

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

  /** Returns those on which the code of plug-ins runs. */
  PluginThreads plugins() {
    return plugins;
  }

  @Override
  public void close() {
    plugins.close();
    pool.shutdownNow();
  }
}
