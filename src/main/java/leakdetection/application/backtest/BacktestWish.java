package leakdetection.application.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import leakdetection.domain.RefusedException;

/**
 * What somebody wants to be compared on stored history.
 *
 * @param sensorIds whose readings, 1 to 100 sensors
 * @param from first reading, inclusive; empty for the oldest
 * @param to last reading, exclusive; empty for the newest
 * @param trainUntil where the test part begins; empty for half of the history, 90 days at most
 * @param detectors what takes part, 1 to 8
 * @param injection the simulated leaks
 */
public record BacktestWish(
    List<Long> sensorIds,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Instant> trainUntil,
    List<Entry> detectors,
    LeakInjection injection) {

  private static final int MOST_SENSORS = 100;
  private static final int MOST_DETECTORS = 8;

  /**
   * A detector that takes part.
   *
   * @param name what its column is called; empty for the detector's id
   * @param id the detector
   * @param settings by parameter name; the rest keep their defaults
   * @param threshold level that counts as an alarm, percent; empty for the detector's own
   */
  public record Entry(
      Optional<String> name, String id, Map<String, Double> settings, Optional<Double> threshold) {}

  /**
   * @throws RefusedException if there are no sensors or detectors, or too many
   */
  public BacktestWish {
    sensorIds = sensorIds.stream().distinct().toList();
    detectors = List.copyOf(detectors);
    Objects.requireNonNull(injection);
    bound("sensors", sensorIds.size(), MOST_SENSORS);
    bound("detectors", detectors.size(), MOST_DETECTORS);
  }

  private static void bound(String member, int count, int most) {
    if (count < 1 || count > most) {
      throw RefusedException.invalid(
          member, "A backtest takes 1 to %d %s, not %d.".formatted(most, member, count));
    }
  }
}
