package leakdetection.presentation.streams;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Lets only so many histories be read at once, and only so much of them be in memory: who comes
 * later waits in order. Thread-safe.
 */
final class HistoryGate {

  private final int readers;
  private final long capacity;
  private final Executor executor;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int reading;
  private long held;

  /**
   * @param readers how many readings run at once
   * @param capacity how many characters may be held before the next reading waits
   * @param executor runs the readings
   */
  HistoryGate(int readers, long capacity, Executor executor) {
    this.readers = readers;
    this.capacity = capacity;
    this.executor = executor;
  }

  /** Runs the reading once there is room for it. */
  void enter(Runnable task) {
    synchronized (this) {
      waiting.add(task);
    }
    admit();
  }

  /** Notes that so many characters are in memory, until they are released. */
  synchronized void hold(long characters) {
    held += characters;
  }

  /** Gives back the room of a history that was sent, or never will be. */
  void release(long characters) {
    synchronized (this) {
      held -= characters;
    }
    admit();
  }

  /** Tells whether somebody waits because of what is held. */
  synchronized boolean isCrowded() {
    return held >= capacity && !waiting.isEmpty();
  }

  private void admit() {
    for (Runnable next = next(); next != null; next = next()) {
      Runnable task = next;
      executor.execute(() -> read(task));
    }
  }

  private synchronized Runnable next() {
    if (waiting.isEmpty() || reading >= readers || held >= capacity) {
      return null;
    }
    reading++;
    return waiting.remove();
  }

  private void read(Runnable task) {
    try {
      task.run();
    } finally {
      synchronized (this) {
        reading--;
      }
      admit();
    }
  }
}
