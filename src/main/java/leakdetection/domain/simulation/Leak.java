package leakdetection.domain.simulation;

import java.time.Duration;
import java.util.Objects;
import leakdetection.domain.sensors.Position;

/**
 * A release of gas at one point of a template, at a steady rate.
 *
 * @param name unique within a simulation
 * @param rate mass of gas released per unit of time, kg/s, positive
 * @param position where it is, in the template's frame
 * @param duration how long the release lasts, positive
 */
public record Leak(String name, double rate, Position position, Duration duration) {

  /**
   * @throws IllegalArgumentException if the name is blank, or the rate or the duration is not
   *     positive
   */
  public Leak {
    Objects.requireNonNull(position, "A leak needs its position.");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("A leak at %s needs a name.".formatted(position));
    }
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The rate (%s kg/s) of leak %s must be positive.".formatted(rate, name));
    }
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "The duration (%s) of leak %s must be positive.".formatted(duration, name));
    }
  }

  /** Returns a leak whose duration does not matter. */
  public static Leak lasting(String name, double rate, Position position) {
    return new Leak(name, rate, position, Duration.ofDays(365));
  }

  /** Returns the same leak at another rate, kg/s. */
  public Leak withRate(double other) {
    return new Leak(name, other, position, duration);
  }
}
