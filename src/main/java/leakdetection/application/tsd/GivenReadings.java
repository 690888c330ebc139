package leakdetection.application.tsd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import leakdetection.domain.tsd.RawReading;

/**
 * The readings of one sensor's batch by time. Of several values for one time the last one counts:
 * so a text that says different things of one time changes nothing when it is sent again.
 */
final class GivenReadings {

  private final NavigableMap<Instant, List<Double>> values = new TreeMap<>();

  GivenReadings(List<RawReading> batch) {
    for (RawReading reading : batch) {
      values.computeIfAbsent(reading.time(), time -> new ArrayList<>(1)).add(reading.ppmv());
    }
  }

  /**
   * Tells whether a batch is in the order of its times, each once, all after an instant and none
   * after the latest.
   */
  static boolean isInOrder(List<RawReading> batch, Instant after, Instant latest) {
    Instant last = after;
    for (RawReading reading : batch) {
      if (!reading.time().isAfter(last) || reading.time().isAfter(latest)) {
        return false;
      }
      last = reading.time();
    }
    return true;
  }

  NavigableMap<Instant, List<Double>> values() {
    return values;
  }

  /**
   * Says how the values of one time follow each other.
   *
   * @param before the stored value; empty list where there is none
   * @return those that took the place of the one before, oldest first; none if the last of the
   *     values is what is stored anyway
   */
  static List<Step> steps(List<Double> given, Double before) {
    if (before != null && before.compareTo(given.get(given.size() - 1)) == 0) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    Double last = before;
    for (Double next : given) {
      if (last != null && last.compareTo(next) != 0) {
        steps.add(new Step(last, next));
      }
      last = next;
    }
    return steps;
  }

  /** One value after another, ppmv. */
  record Step(double before, double after) {}

  /** Returns the last value of each time. */
  static double last(Map.Entry<Instant, List<Double>> entry) {
    return entry.getValue().get(entry.getValue().size() - 1);
  }
}
