package leakdetection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The events that must follow from the readings of a sensor which come one after the other: changes
 * between ok and critical, silence, a stuck sensor, values that are none. Written for the tests
 * alone, from what the documentation says.
 */
final class ExpectedEvents {

  private final List<String> events = new ArrayList<>();
  private final Deque<Long> distances = new ArrayDeque<>();
  private int messages;
  private String state = "";
  private String fault = "";
  private long last = Long.MIN_VALUE;
  private int unusable;

  /**
   * Takes the next reading.
   *
   * @param time microseconds
   * @param stuck whether the sensor is stuck at it
   * @param judged what it was judged; null if it was not
   * @param detection the id of its detection; 0 if it was not judged
   */
  void take(long time, boolean stuck, String judged, long detection) {
    if (last != Long.MIN_VALUE) {
      if (distances.size() >= 3 && time - last > 3 * median()) {
        fail("SILENT", last + 3 * median());
      }
      distances.add(time - last);
      if (distances.size() > 15) {
        distances.remove();
      }
    }
    last = time;
    unusable = judged != null || stuck ? 0 : unusable + 1;
    if (judged != null) {
      judge(time, judged, detection);
    } else if (stuck) {
      fail("STUCK", time);
    } else if (unusable >= 3) {
      fail("SENTINEL", time);
    }
  }

  private long median() {
    List<Long> sorted = distances.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void judge(long time, String next, long detection) {
    fault = "";
    if (!next.equals(state)) {
      events.add(next + " " + time + " " + detection);
      messages += next.equals("CRITICAL") || state.equals("CRITICAL") ? 1 : 0;
      state = next;
    }
  }

  private void fail(String found, long time) {
    if (!fault.equals(found)) {
      fault = found;
      state = "NOT_AVAILABLE " + found;
      events.add("NOT_AVAILABLE " + time + " 0");
    }
  }

  List<String> events() {
    return events;
  }

  /** Returns how often the operators were told that the sensor is critical, or no longer. */
  int messages() {
    return messages;
  }
}
