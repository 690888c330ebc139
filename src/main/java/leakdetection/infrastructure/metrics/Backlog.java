package leakdetection.infrastructure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The readings that were stored and are not judged yet, of every sensor.
 *
 * <p>Thread-safe. Knows what was stored since the start only.
 */
final class Backlog {

  /** More batches of a sensor than these are counted with the last one. */
  private static final int MOST_BATCHES = 1000;

  private final Map<Long, Deque<Batch>> sensors = new ConcurrentHashMap<>();

  /**
   * @param newest time of the last reading in it
   * @param size number of readings in it
   * @param stored when it was stored
   */
  private record Batch(Instant newest, int size, Instant stored) {}

  /** Adds readings that wait to be judged, the newest of that time. */
  void add(long sensorId, Instant newest, int readings, Instant now) {
    Deque<Batch> waiting = sensors.computeIfAbsent(sensorId, id -> new ArrayDeque<>());
    synchronized (waiting) {
      if (waiting.size() < MOST_BATCHES) {
        waiting.addLast(new Batch(newest, readings, now));
      } else {
        Batch last = waiting.removeLast();
        waiting.addLast(new Batch(newest, last.size() + readings, last.stored()));
      }
    }
  }

  /** Removes the batches whose readings are all judged, because one of that time is. */
  void judgedUntil(long sensorId, Instant newest) {
    Deque<Batch> waiting = sensors.getOrDefault(sensorId, new ArrayDeque<>());
    synchronized (waiting) {
      while (!waiting.isEmpty() && !waiting.peekFirst().newest().isAfter(newest)) {
        waiting.removeFirst();
      }
    }
  }

  /** Forgets a sensor. */
  void remove(long sensorId) {
    sensors.remove(sensorId);
  }

  /** Returns how many readings wait, counted in whole batches. */
  int readings() {
    int sum = 0;
    for (Deque<Batch> waiting : sensors.values()) {
      synchronized (waiting) {
        sum += waiting.stream().mapToInt(Batch::size).sum();
      }
    }
    return sum;
  }

  /** Returns how long the reading that waits longest has been waiting; zero if none does. */
  Duration lag(Instant now) {
    Duration longest = Duration.ZERO;
    for (Deque<Batch> waiting : sensors.values()) {
      synchronized (waiting) {
        if (!waiting.isEmpty()) {
          Duration age = Duration.between(waiting.peekFirst().stored(), now);
          longest = age.compareTo(longest) > 0 ? age : longest;
        }
      }
    }
    return longest;
  }
}
