package leakdetection.detectors.amsr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakdetection.spi.Explanation;

/**
 * Says which part decided about the newest reading kept, and what was expected instead: the level
 * before the rise, or the floor before it rose.
 *
 * @param barrier number of the first reading that a rise may start from
 */
record AmsrExplanation(
    AmsrOptions options, ReadingHistory history, RiseChannel rise, SlowChannel slow, int barrier) {

  /**
   * Returns the explanation.
   *
   * @param held score held from an earlier rise, 1 is critical; 0 if none
   * @param level score of the level guard, 1 is critical; 0 if it is not concerned
   */
  Explanation explanation(double held, double level) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (int k = 0; k < RiseChannel.SPANS.length; k++) {
      parts.put("rise over %.0f min".formatted(minutes(k)), 100 * rise(k));
    }
    for (int k = 0; options.slow() && k < SlowChannel.HOURS.length; k++) {
      double part = slow.part(k);
      if (Double.isFinite(part)) {
        parts.put(
            "floor of %d h".formatted(SlowChannel.HOURS[k]), 100 * part / SlowChannel.CRITICAL);
      }
    }
    if (held > 0) {
      parts.put("held from the rise", 100 * held);
    }
    if (level > 0) {
      parts.put("level", 100 * level);
    }
    return isSlow() ? ofFloor(parts) : ofRise(parts);
  }

  private double rise(int span) {
    return rise.part(history, span, barrier) / options.caution();
  }

  private double minutes(int span) {
    return rise.lag(span) * options.sampling().step();
  }

  private boolean isSlow() {
    double largest = 0;
    for (int k = 0; k < RiseChannel.SPANS.length; k++) {
      largest = Math.max(largest, rise(k));
    }
    return options.slow() && slow.deciding() >= 0 && slow.score() / SlowChannel.CRITICAL > largest;
  }

  private Explanation ofFloor(Map<String, Double> parts) {
    int scale = slow.deciding();
    int hours = SlowChannel.HOURS[scale];
    double reference = slow.reference(scale);
    return new Explanation(
        "The floor of the last %d h is %.1f ppmv; in the weeks before it was %.1f ppmv."
            .formatted(hours, slow.floor(scale), reference),
        "the floors of 7 to 90 days ago",
        Collections.nCopies(options.sampling().readings(hours * 60.0), reference),
        parts);
  }

  private Explanation ofRise(Map<String, Double> parts) {
    int lag = rise.lag(rise.deciding());
    int newest = history.size() - 1;
    double ppmv = history.milli(newest) / 1000.0;
    if (newest - lag < Math.max(0, history.size() - ReadingHistory.RING)) {
      return new Explanation(
          "The concentration is %.1f ppmv.".formatted(ppmv), "the readings", List.of(), parts);
    }
    double before = history.milli(newest - lag) / 1000.0;
    return new Explanation(
        "The concentration is %.1f ppmv; %.0f min before it was %.1f ppmv."
            .formatted(ppmv, minutes(rise.deciding()), before),
        "the reading %.0f min before".formatted(minutes(rise.deciding())),
        Collections.nCopies(lag + 1, before),
        parts);
  }
}
