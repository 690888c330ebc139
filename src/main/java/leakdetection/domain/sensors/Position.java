package leakdetection.domain.sensors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import leakdetection.domain.Refusals;
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
    Refusals refusals = new Refusals();
    check(refusals, "x", x);
    check(refusals, "y", y);
    check(refusals, "z", z);
    refusals.throwIfAny();
  }

  private static void check(Refusals refusals, String member, double value) {
    if (!(Math.abs(value) <= MAX)) {
      refusals.add(
          RefusedException.invalid(
              member,
              "The coordinate %s (%s m) must be from -10,000 to 10,000 m."
                  .formatted(member, value)));
    }
  }
}
