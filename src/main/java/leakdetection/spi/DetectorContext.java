package leakdetection.spi;

import java.util.List;
import java.util.Objects;

/**
 * All that a detector learns about its sensor: data, never services of the host.
 *
 * @param baseline readings of normal operation, oldest first
 * @param settings checked settings
 * @param normal stretches of the live readings that operators confirmed as normal, oldest first
 */
public record DetectorContext(Series baseline, Settings settings, List<Interval> normal) {

  public DetectorContext {
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(settings);
    normal = List.copyOf(normal);
  }
}
