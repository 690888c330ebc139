package leakdetection.application.demo;

import java.time.Duration;
import java.time.Instant;
import leakdetection.domain.simulation.Leak;

/**
 * A leak that the readings of a template hold: the truth to find.
 *
 * @param name unique in the plant
 * @param template where
 * @param leak the point that leaks, its rate and duration
 * @param start when it begins, on a whole step of 10 minutes
 */
record InjectedLeak(String name, DemoTemplate template, Leak leak, Instant start) {

  /** Returns when it is stopped. */
  Instant end() {
    return start.plus(leak.duration());
  }

  /** Returns a leak at one of a template's points, at a multiple of the point's assumed rate. */
  static InjectedLeak at(
      String name,
      DemoTemplate template,
      String point,
      double factor,
      Instant start,
      Duration duration) {
    Leak assumed = template.point(point);
    double rate = Decimals.rounded(factor * assumed.rate(), 7);
    return new InjectedLeak(
        name, template, new Leak(point, rate, assumed.position(), duration), start);
  }
}
