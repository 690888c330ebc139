package leakdetection.detectors.amsr;

import java.time.Duration;
import leakdetection.numerics.ReturnLevel;

/**
 * How often a sensor reports, and what the recipe's spans of time come to in readings.
 *
 * <p>Sensors that report more often than every 10 minutes are thinned to that, so that spans,
 * memory and what was learned stay comparable.
 *
 * @param step minutes between two readings kept, at least 10
 */
record Sampling(double step) {

  private static final double SHORTEST = 10;

  static Sampling of(Duration interval) {
    return new Sampling(Math.max(SHORTEST, interval.toMillis() / 60_000.0));
  }

  /** Returns the number of readings in a span, at least 1. */
  int readings(double minutes) {
    return Math.max(1, (int) Math.round(minutes / step));
  }

  /** Returns the readings of one day. */
  double perDay() {
    return 1440 / step;
  }

  /** Returns the level exceeded once a year; exceedances 12 hours apart are different ones. */
  ReturnLevel yearly() {
    return new ReturnLevel(365 * perDay(), 720 / step);
  }
}
