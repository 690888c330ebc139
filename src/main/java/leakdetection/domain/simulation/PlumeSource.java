package leakdetection.domain.simulation;

/**
 * How the gas (and the oil that comes with it) leaves the hole: flows, exit speed and the sizes of
 * bubbles and drops.
 *
 * <p>Exit speed {@code v0 = 4 Q / (pi d^2)}; momentum length {@code L = M^(3/4) / B^(1/2)} of
 * momentum flux M and buoyancy flux B; Froude number {@code L/d}; bubble diameter {@code 28 d
 * We^(-3/5)} with the Weber number of the Froude-adjusted exit speed (Johansen, "Development and
 * verification of deep-water blowout models", Marine Pollution Bulletin 47, 2003).
 *
 * @param height above the seabed, m
 * @param gasDensity at the hole, kg/m3
 * @param gasFlow mass of gas per time, kg/s
 * @param oilFlow mass of oil per time, kg/s
 * @param exitSpeed of the mixture, m/s
 * @param exitDiameter of the hole, m
 * @param bubbleDiameter initially, m
 * @param oilRiseSpeed of the drops against the water, m/s
 */
record PlumeSource(
    double height,
    double gasDensity,
    double gasFlow,
    double oilFlow,
    double exitSpeed,
    double exitDiameter,
    double bubbleDiameter,
    double oilRiseSpeed) {

  /** Density of oil, kg/m3. */
  static final double OIL_DENSITY = 850;

  private static final double GAS_TENSION = 0.070;
  private static final double OIL_TENSION = 0.020;
  private static final double WEBER_FACTOR = 28;
  private static final double LARGEST_DROP = 0.003;

  /**
   * Returns the source of a leak.
   *
   * @param volumeFlow of gas at the hole's pressure and temperature, m3/s, positive
   */
  static PlumeSource of(SeaWater water, double height, double volumeFlow, PlumeSettings settings) {
    double gasDensity = water.gasDensity(height);
    double gasFlow = volumeFlow * gasDensity;
    double oilFlow = gasFlow * OIL_DENSITY / (SeaWater.GAS_STANDARD_DENSITY * settings.gasToOil());
    double volume = volumeFlow + oilFlow / OIL_DENSITY;
    double mass = gasFlow + oilFlow;
    double diameter = settings.exitDiameter();
    double speed = 4 * volume / (Math.PI * diameter * diameter);
    double weber = weberNumber(water, mass, volume, speed, diameter);
    double bubble = WEBER_FACTOR * diameter * Math.pow(weber, -0.6);
    double drop = bubble * Math.pow(OIL_TENSION / GAS_TENSION, 0.6);
    return new PlumeSource(
        height,
        gasDensity,
        gasFlow,
        oilFlow,
        speed,
        diameter,
        Math.min(bubble, settings.largestBubble()),
        oilRiseSpeed(water, Math.min(drop, LARGEST_DROP), settings.oilDropDrag()));
  }

  private static double weberNumber(
      SeaWater water, double mass, double volume, double speed, double diameter) {
    double mixture = mass / volume;
    double buoyancy = SeaWater.GRAVITY * (water.density() - mixture) / water.density() * volume;
    double momentum = mass * speed / water.density();
    double froude = Math.pow(momentum, 0.75) / Math.sqrt(buoyancy) / diameter;
    double adjusted = speed * (1 + 1 / froude);
    return mixture * adjusted * adjusted * diameter / GAS_TENSION;
  }

  private static double oilRiseSpeed(SeaWater water, double drop, double drag) {
    double gravity = SeaWater.GRAVITY * (water.density() - OIL_DENSITY) / water.density();
    double stokes = gravity * drop * drop / (18 * water.viscosity());
    double turbulent = Math.sqrt(4 * gravity * drop / (3 * drag));
    return 1 / (1 / stokes + 1 / turbulent);
  }
}
