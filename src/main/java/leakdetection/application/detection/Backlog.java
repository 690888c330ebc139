package leakdetection.application.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * The readings of one sensor that wait to be judged: a bounded number in memory. What does not fit
 * is dropped from memory, not lost: it is stored, and the judge reads on from there. Thread-safe.
 */
final class Backlog {

  /** How many readings may wait in memory. */
  static final int CAPACITY = 4096;

  /** How many readings of all sensors may wait in memory. */
  static final int ROOM = 200_000;

  private final Deque<TimeSeriesData> waiting = new ArrayDeque<>();
  private final Semaphore room;
  private boolean behind = true;

  /** Makes a backlog with room of its own. */
  Backlog() {
    this(new Semaphore(ROOM));
  }

  /**
   * @param room what is left for the backlogs of all sensors together
   */
  Backlog(Semaphore room) {
    this.room = room;
  }

  /** Adds those of the readings, which must be stored, that came in their turn. */
  synchronized void add(List<TimeSeriesData> readings) {
    if (behind) {
      return; // the judge has yet to read from the database, and will find them there
    }
    for (TimeSeriesData reading : readings) {
      if (!reading.quality().isLate()) {
        if (!room.tryAcquire()) {
          fallBehind();
          return;
        }
        waiting.add(reading);
      }
    }
    if (waiting.size() > CAPACITY) {
      fallBehind();
    }
  }

  /** Forgets what waits in memory, because the judge reads on from the database. */
  synchronized void fallBehind() {
    room.release(waiting.size());
    waiting.clear();
    behind = true;
  }

  /** Tells whether the judge has to read from the database, and takes note that it is about to. */
  synchronized boolean catchUp() {
    boolean was = behind;
    behind = false;
    return was;
  }

  /** Takes the oldest readings, at most {@code limit}. */
  synchronized List<TimeSeriesData> take(int limit) {
    List<TimeSeriesData> taken = new ArrayList<>(Math.min(limit, waiting.size()));
    while (taken.size() < limit && !waiting.isEmpty()) {
      taken.add(waiting.poll());
    }
    room.release(taken.size());
    return taken;
  }

  /** Tells whether nothing waits, neither in memory nor perhaps in the database. */
  synchronized boolean isEmpty() {
    return !behind && waiting.isEmpty();
  }

  /** Returns how many readings wait in memory. */
  synchronized int size() {
    return waiting.size();
  }
}
