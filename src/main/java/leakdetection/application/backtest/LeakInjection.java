package leakdetection.application.backtest;

import java.time.Duration;
import java.util.List;

/**
 * Which leaks are put into a history.
 *
 * @param peaksPpmv their peaks, ppmv, each above 0 and at most 10,000
 * @param durations how long gas is released, or how long a ramp grows; each positive
 * @param shapes their shapes
 * @param leaksPerPeak how many of each peak, shared among durations and shapes, 1 to 1,000
 * @param seed of their times and curves
 */
public record LeakInjection(
    List<Double> peaksPpmv,
    List<Duration> durations,
    List<LeakShape> shapes,
    int leaksPerPeak,
    long seed) {

  private static final int MOST_PER_PEAK = 1000;

  /** Peaks from 25 to 1,000 ppmv, 6 h to 5 days, half plumes and half ramps, 40 of each peak. */
  public static final LeakInjection STANDARD =
      new LeakInjection(
          List.of(25.0, 50.0, 100.0, 200.0, 500.0, 1000.0),
          List.of(
              Duration.ofHours(6),
              Duration.ofHours(12),
              Duration.ofHours(24),
              Duration.ofHours(48),
              Duration.ofHours(120)),
          List.of(LeakShape.PLUME, LeakShape.RAMP),
          40,
          1);

  /**
   * @throws IllegalArgumentException if a list is empty or a value out of bounds
   */
  public LeakInjection {
    peaksPpmv = peaksPpmv.stream().sorted().distinct().toList();
    durations = durations.stream().sorted().distinct().toList();
    shapes = shapes.stream().distinct().toList();
    if (peaksPpmv.isEmpty() || durations.isEmpty() || shapes.isEmpty()) {
      throw new IllegalArgumentException(
          "Leaks need at least one peak, one duration and one shape.");
    }
    for (double peak : peaksPpmv) {
      if (!(peak > 0 && peak <= 10_000)) {
        throw new IllegalArgumentException(
            "The peak (%s ppmv) of a leak must be above 0 and at most 10000 ppmv.".formatted(peak));
      }
    }
    for (Duration duration : durations) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException(
            "The duration (%s) of a leak must be positive.".formatted(duration));
      }
    }
    if (leaksPerPeak < 1 || leaksPerPeak > MOST_PER_PEAK) {
      throw new IllegalArgumentException(
          "The number of leaks per peak (%d) must be from 1 to %d."
              .formatted(leaksPerPeak, MOST_PER_PEAK));
    }
  }
}
