package leakdetection.application.detection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time comes when the test says so; it has no thread. */
final class HandTimer extends ScheduledThreadPoolExecutor {

  private final Queue<Runnable> tasks = new ArrayDeque<>();

  HandTimer() {
    super(0);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    tasks.add(task);
    return null; // nobody waits for it
  }

  int waiting() {
    return tasks.size();
  }

  void discardAll() {
    tasks.clear();
  }

  void runAll() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }
}
