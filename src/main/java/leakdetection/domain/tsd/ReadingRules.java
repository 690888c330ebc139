package leakdetection.domain.tsd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.Refusals;
import leakdetection.domain.RefusedException;

/**
 * By what the readings of a sensor are thought good, suspect or unusable, and how they are judged.
 */
public final class ReadingRules {

  /** What holds for a sensor for which nobody set anything. */
  public static final ReadingRules STANDARD = new ReadingRules(Map.of());

  private static final double SMALLEST_SENTINEL = 1e12;

  private final Map<ReadingRule, Double> chosen;
  private final double[] values = new double[ReadingRule.values().length];

  /**
   * @param chosen what was set; the rest has its standard value
   * @throws RefusedException if a value is out of its bounds
   */
  public ReadingRules(Map<ReadingRule, Double> chosen) {
    this.chosen = new EnumMap<>(ReadingRule.class);
    this.chosen.putAll(chosen);
    Refusals refusals = new Refusals();
    for (ReadingRule rule : ReadingRule.values()) {
      values[rule.ordinal()] = this.chosen.getOrDefault(rule, rule.standard());
    }
    this.chosen.forEach((rule, value) -> check(refusals, rule, value));
    if (of(ReadingRule.LOWEST) >= of(ReadingRule.HIGHEST)) {
      refusals.add(
          RefusedException.invalid(
              ReadingRule.HIGHEST.label(),
              "The highest value (%s ppmv) must be above the lowest (%s ppmv)."
                  .formatted(of(ReadingRule.HIGHEST), of(ReadingRule.LOWEST))));
    }
    refusals.throwIfAny();
  }

  private static void check(Refusals refusals, ReadingRule rule, double value) {
    if (!(value >= rule.least() && value <= rule.most())) {
      refusals.add(
          RefusedException.invalid(
              rule.label(),
              "The value %s of %s must be from %s to %s."
                  .formatted(value, rule.label(), rule.least(), rule.most())));
    }
  }

  /** Returns what was set. */
  public Map<ReadingRule, Double> chosen() {
    return Map.copyOf(chosen);
  }

  /** Returns the value in force; NaN for none. */
  public double of(ReadingRule rule) {
    return values[rule.ordinal()];
  }

  private long microseconds(ReadingRule rule) {
    return Math.round(of(rule) * 1e6);
  }

  /** Returns the length of the intervals of which the means are judged, microseconds. */
  public long detectionInterval() {
    return microseconds(ReadingRule.DETECTION_INTERVAL);
  }

  /** Returns how far readings are apart; empty where it is to be measured. */
  public Optional<Duration> samplingInterval() {
    return Double.isNaN(of(ReadingRule.SAMPLING_INTERVAL))
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(1000 * microseconds(ReadingRule.SAMPLING_INTERVAL)));
  }

  /** Returns the quality that the value alone tells: good or unusable. */
  public Quality ofValue(double ppmv) {
    if (!Double.isFinite(ppmv)) {
      return Quality.NOT_FINITE;
    }
    if (Math.abs(ppmv) >= SMALLEST_SENTINEL || ppmv == of(ReadingRule.SENTINEL)) {
      return Quality.SENTINEL;
    }
    return ppmv < of(ReadingRule.LOWEST) || ppmv > of(ReadingRule.HIGHEST)
        ? Quality.OUT_OF_RANGE
        : Quality.GOOD;
  }

  /** Tells whether a sensor that shows one value for so long is stuck, microseconds. */
  boolean isStuck(long length) {
    long limit = microseconds(ReadingRule.STUCK_AFTER);
    return limit > 0 && length >= limit;
  }

  /** Tells whether the middle one of three readings is a lone spike, all ppmv. */
  boolean isSpike(double before, double middle, double after) {
    double limit = of(ReadingRule.SPIKE);
    double rise = middle - before;
    double fall = middle - after;
    double least = Math.min(Math.abs(rise), Math.abs(fall));
    return limit > 0 && rise * fall > 0 && least >= limit && Math.abs(rise - fall) <= least / 2;
  }

  /** Returns what is thought of a usable reading that comes so long after a newer one, us. */
  Quality ofLateness(long behind) {
    return behind > microseconds(ReadingRule.LATE_AFTER) ? Quality.LATE : Quality.OUT_OF_ORDER;
  }

  /** Tells whether a time so far ahead of the clock is wrong, microseconds. */
  boolean isAhead(long ahead) {
    return ahead > microseconds(ReadingRule.CLOCK_SKEW);
  }

  /** Returns for how long nothing may come, microseconds. */
  public long silence(long samplingInterval) {
    return Math.round(of(ReadingRule.SILENT_INTERVALS) * samplingInterval);
  }

  /** Returns the names of all rules with the values in force. */
  public List<Map.Entry<ReadingRule, Double>> all() {
    List<Map.Entry<ReadingRule, Double>> all = new ArrayList<>();
    for (ReadingRule rule : ReadingRule.values()) {
      all.add(Map.entry(rule, of(rule)));
    }
    return all;
  }
}
