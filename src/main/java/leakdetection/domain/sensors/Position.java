package leakdetection.domain.sensors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import leakdetection.domain.RefusedException;

/**
 * A place in a template's frame, m.
 *
 * @param x towards starboard, m
 * @param y towards the fore, m
 * @param z upwards from the sea floor, m
 */
@Embeddable
public record Position(
    @Column(name = "x") double x, @Column(name = "y") double y, @Column(name = "z") double z) {

  private static final double MAX = 10_000;

  /**
   * @throws RefusedException if a coordinate is not finite or further than 10 km away
   */
  public Position {
    check("x", x);
    check("y", y);
    check("z", z);
  }

  private static void check(String member, double value) {
    if (!(Math.abs(value) <= MAX)) {
      throw RefusedException.invalid(
          member,
          "The coordinate %s (%s m) must be from -10,000 to 10,000 m.".formatted(member, value));
    }
  }
}
