package leakdetection.domain.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * The smallest leak at one point that some sensor would show.
 *
 * @param x of the point, m
 * @param y of the point, m
 * @param rate smallest rate tried that reaches the threshold, kg/s; NaN when none does
 * @param delay from the start of that leak until a reading reaches the threshold; empty when none
 *     does
 * @param sensor index of the sensor that is first; -1 when none is
 */
public record DetectionLimit(
    double x, double y, double rate, Optional<Duration> delay, int sensor) {

  /** Tells whether any rate tried is seen. */
  public boolean seen() {
    return sensor >= 0;
  }
}
