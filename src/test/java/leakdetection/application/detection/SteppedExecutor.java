package leakdetection.application.detection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks on the test's thread, when the test says so. */
final class SteppedExecutor implements Executor {

  private final Queue<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  int waiting() {
    return tasks.size();
  }

  void runNext() {
    tasks.remove().run();
  }

  void discardNext() {
    tasks.remove();
  }

  void runAll() {
    while (!tasks.isEmpty()) {
      runNext();
    }
  }
}
