package leakdetection.domain.simulation;

import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;

/**
 * Gas under a roof: the water inside a closed or semi-closed template as one well-mixed volume that
 * the current flushes through the walls.
 *
 * <pre>
 * mass       V dC/dt = rate - Q C,   C at most the solubility at the roof                     [kg/m3]
 * flushing   Q = sum over both axes of 0.6 |u| Aup Adown / sqrt(Aup^2 + Adown^2)
 *                + 0.01 m/s sum of all A + V / 24 h                                            [m3/s]
 * opening    A = area * porosity * cos(inclination) of each wall                               [m2]
 * </pre>
 *
 * u is the current's component along the template's fore-aft or port-starboard axis, Aup and Adown
 * the openings that it enters and leaves by: wind-driven cross ventilation through two openings in
 * series with discharge coefficient 0.6 and a pressure coefficient of 1 between them (D. Etheridge
 * and M. Sandberg, "Building Ventilation", 1996). The two small terms stand for turbulence through
 * the openings and for what no structure holds back, so that a closed template is not tight for
 * ever.
 *
 * <p>Assumptions: all gas stays below the roof and dissolves until the water is saturated; every
 * sensor below the roof reads the same, so that candidates inside cannot be told apart; sensors
 * above the roof and leaks above it belong to the open sea, of which this model says nothing (0).
 * The water is clean when the series begins. A first model: its weakest point is the mixing, which
 * near the leak is not complete for minutes to an hour; it has not been compared with measurements.
 */
public final class EnclosedModel implements PlumeModel {

  private static final double DISCHARGE = 0.6;
  private static final double TURBULENT_SPEED = 0.01;
  private static final double TIGHTNESS_SECONDS = 86_400;
  private static final double MICROGRAMS_PER_LITRE = 1e6;

  @Override
  public String id() {
    return "enclosed";
  }

  @Override
  public String summary() {
    return "One well-mixed volume under a roof, flushed by the current through porous walls; all"
        + " sensors below the roof read the same.";
  }

  @Override
  public boolean suits(Site site) {
    return site.enclosure().isPresent();
  }

  @Override
  public PlumeSimulation at(Site site) {
    Enclosure enclosure =
        site.enclosure()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Plume model enclosed needs a template with a roof; this one is open."));
    return (leak, sensor, currents, waves) -> simulate(site, enclosure, leak, sensor, currents);
  }

  private static double[] simulate(
      Site site, Enclosure enclosure, Leak leak, Position sensor, Currents currents) {
    double roof = enclosure.roofHeight();
    double[] ppmv = new double[currents.length()];
    if (sensor.z() > roof || leak.position().z() > roof) {
      return ppmv;
    }
    double saturated = site.water().solubility(Math.min(roof, site.water().depth()));
    double sensitivity = MICROGRAMS_PER_LITRE * site.water().henryConstant();
    double seconds = currents.interval().toMillis() / 1000.0;
    double concentration = 0;
    double flushing = enclosure.volume() / TIGHTNESS_SECONDS;
    for (int i = 0; i < ppmv.length; i++) {
      if (!Double.isNaN(currents.speed(i))) {
        flushing = flushing(site, enclosure, currents, i);
      }
      if (i > 0) {
        double balance = leak.rate() / flushing;
        double kept = Math.exp(-flushing * seconds / enclosure.volume());
        concentration = Math.min(saturated, balance + (concentration - balance) * kept);
      }
      ppmv[i] = sensitivity * concentration;
    }
    return ppmv;
  }

  /** Returns the flow of water through the enclosure, m3/s, positive. */
  static double flushing(Site site, Enclosure enclosure, Currents currents, int index) {
    double relative = currents.direction(index) - site.angleFromNorthRadians();
    double speed = currents.speed(index);
    double fore = enclosure.fore().opening();
    double aft = enclosure.aft().opening();
    double port = enclosure.port().opening();
    double starboard = enclosure.starboard().opening();
    return through(speed * Math.cos(relative), fore, aft)
        + through(speed * Math.sin(relative), port, starboard)
        + TURBULENT_SPEED * (fore + aft + port + starboard)
        + enclosure.volume() / TIGHTNESS_SECONDS;
  }

  private static double through(double speed, double one, double other) {
    double both = Math.hypot(one, other);
    return both > 0 ? DISCHARGE * Math.abs(speed) * one * other / both : 0;
  }
}
