package leakdetection.application.backtest;

import java.time.Instant;
import java.util.Objects;

/**
 * A leak that is known to be in the readings, because it was put there.
 *
 * @param name unique within a backtest
 * @param peakPpmv largest concentration that it adds, ppmv, positive
 * @param start when the gas is released
 * @param onset when the added concentration first exceeds 10 ppmv: the time to detect counts from
 *     here
 * @param end last instant at which an alarm still counts as finding it: 12 h after the release
 *     stopped
 */
public record InjectedLeak(
    String name, double peakPpmv, Instant start, Instant onset, Instant end) {

  /**
   * @throws IllegalArgumentException if the peak is not positive or the leak ends before it starts
   */
  public InjectedLeak {
    Objects.requireNonNull(name);
    Objects.requireNonNull(onset);
    if (!(peakPpmv > 0)) {
      throw new IllegalArgumentException(
          "The peak (%s ppmv) of leak %s must be positive.".formatted(peakPpmv, name));
    }
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "Leak %s must not end (%s) before it starts (%s).".formatted(name, end, start));
    }
  }
}
