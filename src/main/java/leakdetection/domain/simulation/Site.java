package leakdetection.domain.simulation;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a template stands: its bearing, the water around it and what encloses it.
 *
 * @param angleFromNorth degrees clockwise from north to the normal of the template's fore, 0 to 360
 * @param water at the seabed
 * @param enclosure roof and walls; empty for an open template
 * @param release how gas leaves a leak
 */
public record Site(
    double angleFromNorth, SeaWater water, Optional<Enclosure> enclosure, Release release) {

  /**
   * @throws IllegalArgumentException if the angle lies outside 0 to 360 degrees
   */
  public Site {
    Objects.requireNonNull(water, "A site needs its water.");
    Objects.requireNonNull(enclosure, "A site needs an enclosure or none.");
    Objects.requireNonNull(release, "A site needs the way that gas leaves.");
    if (!(angleFromNorth >= 0 && angleFromNorth <= 360)) {
      throw new IllegalArgumentException(
          "The template's angle from north (%s degrees) must lie between 0 and 360 degrees."
              .formatted(angleFromNorth));
    }
  }

  /** Creates a site with the usual release. */
  public Site(double angleFromNorth, SeaWater water, Optional<Enclosure> enclosure) {
    this(angleFromNorth, water, enclosure, Release.USUAL);
  }

  /** Returns the site of an open template. */
  public static Site open(double angleFromNorth, SeaWater water) {
    return new Site(angleFromNorth, water, Optional.empty());
  }

  /** Returns the template's angle from north in radians, as the models need it. */
  public double angleFromNorthRadians() {
    return Math.toRadians(angleFromNorth);
  }
}
