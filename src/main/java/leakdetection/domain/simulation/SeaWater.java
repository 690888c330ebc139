package leakdetection.domain.simulation;

/**
 * The sea at a site: what pressure and temperature make of water and gas.
 *
 * <p>Polynomials in temperature for standard seawater (35 ppt) as used in Johansen's integral plume
 * model for subsea leaks; pressure counts 10 m of water as one atmosphere. Henry's constant with
 * salting gives 29.3 (0 degC), 35.2 (6 degC), 39.1 (10 degC) ppmv per ug/L.
 *
 * @param depth of the seabed, m, 5 to 3,000
 * @param temperature at the seabed, degC, -2 to 30
 */
public record SeaWater(double depth, double temperature) {

  /** The water that the original program assumes everywhere. */
  public static final SeaWater STANDARD = new SeaWater(90, 6);

  /** Gravity, m/s2. */
  static final double GRAVITY = 9.81;

  /** Depth of water that weighs as much as the atmosphere, m. */
  static final double METRES_PER_ATMOSPHERE = 10;

  /** Density of the released gas at 15 degC and one atmosphere, kg/m3. */
  static final double GAS_STANDARD_DENSITY = 0.9;

  private static final double STANDARD_TEMPERATURE = 15;
  private static final double KELVIN = 273;

  /**
   * @throws IllegalArgumentException outside the ranges
   */
  public SeaWater {
    if (!(depth >= 5 && depth <= 3000)) {
      throw new IllegalArgumentException(
          "The water depth (%s m) must lie between 5 and 3000 m.".formatted(depth));
    }
    if (!(temperature >= -2 && temperature <= 30)) {
      throw new IllegalArgumentException(
          "The water temperature (%s degC) must lie between -2 and 30 degC."
              .formatted(temperature));
    }
  }

  /**
   * Refuses a leak that does not lie in this water.
   *
   * @throws IllegalArgumentException if it lies below the seabed or not below the surface
   */
  public void requireAround(Leak leak) {
    double height = leak.position().z();
    if (!(height >= 0 && height < depth)) {
      throw new IllegalArgumentException(
          "Leak %s must lie between the seabed and the surface, 0 to %s m high, not at %s m."
              .formatted(leak.name(), depth, height));
    }
  }

  /** Returns the density of seawater, kg/m3. */
  public double density() {
    return 1028.192 + temperature * (-0.07137 - 0.004863 * temperature);
  }

  /** Returns the kinematic viscosity of seawater, m2/s. */
  public double viscosity() {
    return 1e-6 * (1.836 + temperature * (-0.05491 + 0.000772 * temperature));
  }

  /** Returns the diffusivity of methane in seawater, m2/s. */
  public double methaneDiffusivity() {
    return 1e-9 * (0.6876 + 0.0332 * temperature);
  }

  /** Returns Henry's constant of methane in seawater, atm per kg/m3 (= ppmv per ug/L). */
  public double henryConstant() {
    return 1.224 * (23.9 + 0.805 * temperature);
  }

  /** Returns the pressure at a height above the seabed, atm. */
  public double pressure(double height) {
    return (depth + METRES_PER_ATMOSPHERE - height) / METRES_PER_ATMOSPHERE;
  }

  /** Returns the density of the free gas at a height above the seabed, kg/m3. */
  public double gasDensity(double height) {
    return GAS_STANDARD_DENSITY
        * pressure(height)
        * (STANDARD_TEMPERATURE + KELVIN)
        / (temperature + KELVIN);
  }

  /** Returns how much methane the water can dissolve at a height above the seabed, kg/m3. */
  public double solubility(double height) {
    return pressure(height) / henryConstant();
  }
}
