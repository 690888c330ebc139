package leakdetection.domain.metocean;

/**
 * One sea state.
 *
 * @param height significant wave height, m, not negative
 * @param period peak period, s, positive
 * @param direction where the waves travel, radians clockwise from north
 */
public record Wave(double height, double period, double direction) {

  /**
   * @throws IllegalArgumentException if a figure is not finite, negative, or the period is zero
   */
  public Wave {
    if (!(height >= 0 && height < 40)
        || !(period > 0 && period < 60)
        || !(Math.abs(direction) < 100)) {
      throw new IllegalArgumentException(
          ("A sea state needs a height of 0 to 40 m (%s), a period up to 60 s (%s) and a direction in"
                  + " radians (%s).")
              .formatted(height, period, direction));
    }
  }
}
