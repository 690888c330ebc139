package leakdetection.domain.simulation;

/**
 * How gas leaves a leak.
 *
 * @param holeDiameter m, 0.0005 to 0.1
 * @param gasToOil m3 of gas per m3 of oil in what leaks, at standard conditions, 1 to 1,000,000;
 *     large for dry gas
 */
public record Release(double holeDiameter, double gasToOil) {

  /** A hole of 3 mm and the well stream that the original program assumes. */
  public static final Release USUAL = new Release(0.003, 55);

  /**
   * @throws IllegalArgumentException outside the ranges
   */
  public Release {
    if (!(holeDiameter >= 0.0005 && holeDiameter <= 0.1)) {
      throw new IllegalArgumentException(
          "The hole's diameter (%s m) must lie between 0.0005 and 0.1 m.".formatted(holeDiameter));
    }
    if (!(gasToOil >= 1 && gasToOil <= 1e6)) {
      throw new IllegalArgumentException(
          "The gas-to-oil ratio (%s m3/m3) must lie between 1 and 1000000.".formatted(gasToOil));
    }
  }
}
