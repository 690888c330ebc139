package leakdetection.domain.simulation;

import leakdetection.domain.metocean.Wave;

/**
 * The drag coefficient of the seabed for a current 3 m above it, roughened by waves.
 *
 * <p>Wave-current bottom boundary layer after O. S. Madsen, "Spectral wave-current bottom boundary
 * layer flows" (Coastal Engineering 1994): the wave friction factor {@code fw = Cm exp(5.61 (Cm u /
 * (kn w))^-0.109 - 7.3)} with {@code Cm = sqrt(1 + 2 m |cos phi| + m^2)} and the ratio m of current
 * to wave shear stress is iterated six times; the waves' boundary layer of thickness d gives the
 * current an apparent roughness {@code z0 = d (30 d / kn)^-sqrt(m / Cm)}. The wave's orbital speed
 * u at the seabed follows from linear theory with three iterations of the dispersion relation.
 * Valid for a flat seabed of roughness 25 mm; without waves the drag is that of the bare seabed.
 */
final class WaveDrag {

  private static final double WATER_DENSITY = 1025;
  private static final double ROUGHNESS = 0.025;
  private static final double KARMAN = 0.41;
  private static final double REFERENCE_HEIGHT = 3;
  private static final int ITERATIONS = 6;

  /** The drag coefficient without waves. */
  static final double CALM = logarithmicDrag(ROUGHNESS / 30);

  private WaveDrag() {}

  private static double logarithmicDrag(double apparentRoughness) {
    double root = KARMAN / Math.log(REFERENCE_HEIGHT / apparentRoughness);
    return root * root;
  }

  /**
   * Returns the drag coefficient, at least {@link #CALM}.
   *
   * @param speed of the current, m/s, not negative
   * @param direction of the current, radians clockwise from north
   * @param depth of the water, m, positive
   */
  static double coefficient(Wave wave, double speed, double direction, double depth) {
    double frequency = 2 * Math.PI / wave.period();
    double orbital = orbitalSpeed(wave.height(), frequency, depth);
    if (!(orbital > 0)) {
      return CALM;
    }
    double currentStress = WATER_DENSITY * CALM * speed * speed;
    double alignment = Math.abs(Math.cos(direction - wave.direction()));
    double excursion = orbital / (ROUGHNESS * frequency);
    double ratio = 0;
    double enhancement = 1;
    double waveStress = 0;
    for (int i = 0; i < ITERATIONS; i++) {
      if (i > 0) {
        ratio = currentStress / waveStress;
        enhancement = Math.sqrt(1 + 2 * ratio * alignment + ratio * ratio);
      }
      double friction =
          enhancement * Math.exp(5.61 * Math.pow(enhancement * excursion, -0.109) - 7.3);
      waveStress = 0.5 * WATER_DENSITY * friction * orbital * orbital;
    }
    double growth = Math.exp(2.96 * Math.pow(enhancement * excursion, -0.071) - 1.45);
    double layer =
        growth * KARMAN / frequency * Math.sqrt(enhancement * waveStress / WATER_DENSITY);
    double apparent = layer * Math.pow(30 * layer / ROUGHNESS, -Math.sqrt(ratio / enhancement));
    return apparent > 0 && apparent < REFERENCE_HEIGHT
        ? Math.max(CALM, logarithmicDrag(apparent))
        : CALM;
  }

  private static double orbitalSpeed(double height, double frequency, double depth) {
    double deep = frequency * frequency / SeaWater.GRAVITY;
    double wavenumber = deep;
    for (int i = 0; i < 3; i++) {
      wavenumber = deep / Math.tanh(wavenumber * depth);
    }
    return 0.5 / Math.sqrt(2) * frequency * height / Math.sinh(wavenumber * depth);
  }
}
