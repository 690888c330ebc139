package leakdetection.presentation.streams;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Lets only so much history be in memory at once: who wants more waits in order. Thread-safe. */
final class HistoryGate {

  private final int capacity;
  private final Executor executor;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int inside;

  /**
   * @param capacity how many items may be in memory; one history goes through however large it is
   * @param executor runs the readings
   */
  HistoryGate(int capacity, Executor executor) {
    this.capacity = capacity;
    this.executor = executor;
  }

  private record Waiting(int items, Runnable reading) {}

  /**
   * Runs the reading once there is room for it, which {@link #leave} gives back.
   *
   * @param items how many items it may read at most
   */
  void enter(int items, Runnable reading) {
    synchronized (this) {
      waiting.add(new Waiting(items, reading));
    }
    admit();
  }

  /** Gives back the room of a history that was sent, or never will be. */
  void leave(int items) {
    synchronized (this) {
      inside -= items;
    }
    admit();
  }

  private void admit() {
    for (Waiting next = next(); next != null; next = next()) {
      executor.execute(next.reading());
    }
  }

  private synchronized Waiting next() {
    Waiting next = waiting.peek();
    if (next == null || (inside > 0 && inside + next.items() > capacity)) {
      return null;
    }
    inside += next.items();
    return waiting.remove();
  }
}
