package leakdetection.domain.simulation;

import leakdetection.domain.sensors.Position;

/**
 * The horizontal frame of a current: the leak at its origin, the first axis down the current, the
 * second to the left of it.
 *
 * @param along offset of the sensor down the current, m
 * @param across offset of the sensor to the left, m
 */
record CurrentFrame(double along, double across) {

  /**
   * Returns a sensor's place as seen from a leak.
   *
   * @param angleFromNorth of the template, radians
   * @param direction of the current, radians clockwise from north
   */
  static CurrentFrame of(Position leak, Position sensor, double angleFromNorth, double direction) {
    double turn = angleFromNorth + Math.PI / 2 - direction;
    double cosine = Math.cos(turn);
    double sine = Math.sin(turn);
    double dx = sensor.x() - leak.x();
    double dy = sensor.y() - leak.y();
    return new CurrentFrame(cosine * dx + sine * dy, cosine * dy - sine * dx);
  }
}
