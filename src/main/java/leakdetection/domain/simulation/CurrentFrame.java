package leakdetection.domain.simulation;

import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;

/**
 * A sensor as the currents see it from a leak: one axis down the current, one to the left of it.
 *
 * <p>The template's y axis (its fore) points {@code angleFromNorth} clockwise from north, its x
 * axis (starboard) a quarter turn further.
 */
final class CurrentFrame {

  private final double east;
  private final double north;

  /**
   * @param angleFromNorth of the template, radians
   */
  CurrentFrame(Position leak, Position sensor, double angleFromNorth) {
    double dx = sensor.x() - leak.x();
    double dy = sensor.y() - leak.y();
    double cosine = Math.cos(angleFromNorth);
    double sine = Math.sin(angleFromNorth);
    this.east = cosine * dx + sine * dy;
    this.north = cosine * dy - sine * dx;
  }

  /** Returns the offset of the sensor down one current, m. */
  double along(Currents currents, int index) {
    return currents.towardsEast(index) * east + currents.towardsNorth(index) * north;
  }

  /** Returns the offset of the sensor to the left of one current, m. */
  double across(Currents currents, int index) {
    return currents.towardsEast(index) * north - currents.towardsNorth(index) * east;
  }
}
