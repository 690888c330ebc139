package leakdetection.domain.simulation;

import java.util.Optional;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;

/**
 * A regression of deep-blow plumes over open templates, with turbulence from waves and current.
 *
 * <p>With the time {@code t = x / U} that the current U needs to the sensor, x down the current:
 *
 * <pre>
 * height         z = z_leak + 5.5 (U / 0.3)^-0.4 (t / 600)^0.34                                  [m]
 * turbulence     sd^2 = 2 kappa sqrt(Cd) U (z_leak t + t (z - z_leak) / 1.34),  kappa = 0.41      [m2]
 * width          s^2 = (0.32 (z - z_leak) / 2)^2 + sd^2                                           [m2]
 * concentration  C = rate / (2 pi U s^2) exp(-r^2 / 2 s^2)                                     [kg/m3]
 * </pre>
 *
 * r is the distance to the centre line across and above, Cd from {@link WaveDrag}. All gas counts
 * as dissolved. Valid for leaks of about 5e-4 kg/s in 70 m of water and currents of 0.02 to 0.5
 * m/s, from which the exponents were fitted (O. Johansen, 2022); zero current and points up the
 * current give 0. Proportional to the rate.
 */
public final class DeepBlowModel implements PlumeModel {

  private static final double RISE = 5.5;
  private static final double SPEED_EXPONENT = -0.4;
  private static final double TIME_EXPONENT = 0.34;
  private static final double REFERENCE_SPEED = 0.3;
  private static final double REFERENCE_TIME = 600;
  private static final double SPREADING = 0.32;
  private static final double KARMAN = 0.41;
  private static final double MICROGRAMS_PER_LITRE = 1e6;

  @Override
  public String id() {
    return "deep-blow";
  }

  @Override
  public String summary() {
    return "Regression of deep-blow plumes (Johansen 2022) with wave-current drag; open templates,"
        + " proportional to the rate.";
  }

  @Override
  public PlumeSimulation at(Site site) {
    OpenWater.require(this, site);
    return (leak, sensor, currents, waves) -> simulate(site, leak, sensor, currents, waves);
  }

  private static double[] simulate(
      Site site, Leak leak, Position sensor, Currents currents, Optional<Waves> waves) {
    double depth = site.water().depth();
    double sensitivity = MICROGRAMS_PER_LITRE * site.water().henryConstant();
    CurrentFrame frame = new CurrentFrame(leak.position(), sensor, site.angleFromNorthRadians());
    double[] ppmv = new double[currents.length()];
    for (int i = 0; i < ppmv.length; i++) {
      double speed = currents.speed(i);
      double direction = currents.direction(i);
      int index = i;
      double drag =
          waves
              .map(w -> WaveDrag.coefficient(w.at(index), speed, direction, depth))
              .orElse(WaveDrag.CALM);
      ppmv[i] =
          Double.isNaN(speed)
              ? Double.NaN
              : sensitivity
                  * concentration(
                      leak,
                      speed,
                      drag,
                      frame.along(currents, i),
                      frame.across(currents, i),
                      sensor.z());
    }
    return ppmv;
  }

  /**
   * Returns the concentration at a sensor, kg/m3.
   *
   * @param speed of the current, m/s
   * @param drag coefficient of the seabed
   * @param along offset of the sensor down the current, m
   * @param across offset of the sensor across it, m
   * @param height of the sensor above the seabed, m
   */
  static double concentration(
      Leak leak, double speed, double drag, double along, double across, double height) {
    if (!(along > 0) || !(speed > 0)) {
      return 0;
    }
    double source = leak.position().z();
    double time = along / speed;
    double rise =
        RISE
            * Math.pow(speed / REFERENCE_SPEED, SPEED_EXPONENT)
            * Math.pow(time / REFERENCE_TIME, TIME_EXPONENT);
    double path = source * time + time * rise / (1 + TIME_EXPONENT);
    double turbulent = 2 * KARMAN * Math.sqrt(drag) * speed * path;
    double entrained = SPREADING * rise / 2;
    double variance = entrained * entrained + turbulent;
    double above = height - (source + rise);
    double squared = across * across + above * above;
    return leak.rate() / (2 * Math.PI * speed * variance) * Math.exp(-squared / (2 * variance));
  }
}
