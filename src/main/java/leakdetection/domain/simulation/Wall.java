package leakdetection.domain.simulation;

/**
 * One side wall of a template.
 *
 * @param area m2, not negative
 * @param porosity open share of the area, 0 (closed) to 1 (open)
 * @param inclination from the vertical, degrees, 0 to 90
 */
public record Wall(double area, double porosity, double inclination) {

  /**
   * @throws IllegalArgumentException outside the ranges
   */
  public Wall {
    if (!(area >= 0 && area <= 10_000)
        || !(porosity >= 0 && porosity <= 1)
        || !(inclination >= 0 && inclination <= 90)) {
      throw new IllegalArgumentException(
          ("A wall needs an area of 0 to 10000 m2 (%s), a porosity of 0 to 1 (%s) and an inclination"
                  + " of 0 to 90 degrees (%s).")
              .formatted(area, porosity, inclination));
    }
  }

  /** Returns the opening that a horizontal current meets, m2. */
  double opening() {
    return area * porosity * Math.cos(Math.toRadians(inclination));
  }
}
