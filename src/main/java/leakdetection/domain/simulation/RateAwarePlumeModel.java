package leakdetection.domain.simulation;

/**
 * The integral plume with the leak's own rate in the site's own depth and temperature.
 *
 * <p>Equations in {@link CentreLineIntegration}, with these differences from the original program:
 * the flow is the leak's rate (kg/s) divided by the gas density at the hole; Henry's constant of
 * the water turns ug/L into ppmv; bubbles above 8 mm break up; oil drops have the drag of drops,
 * not of the seabed; a bubble cannot dissolve into more gas than it holds; the plume has no blind
 * wedges and is followed to 30 m; hole and gas-to-oil ratio are the site's. Concentration is not
 * proportional to the rate: a stronger leak makes larger drops of momentum and rises higher.
 *
 * <p>Valid for about 1e-6 to 0.1 kg/s from a hole of some millimetres and currents up to 1 m/s;
 * above, the plume reaches the surface before it bends.
 */
public final class RateAwarePlumeModel implements PlumeModel {

  /** Largest rate that the model takes, kg/s. */
  public static final double LARGEST_RATE = 10;

  @Override
  public String id() {
    return "plume2d";
  }

  @Override
  public String summary() {
    return "Integral bubble plume (Johansen 2003) with the leak's rate, the site's depth and"
        + " temperature; open templates, steady leaks of 1e-6 to 0.1 kg/s.";
  }

  @Override
  public PlumeSimulation at(Site site) {
    OpenWater.require(this, site);
    return new IntegralPlumeSimulation(
        site, PlumeSettings.RATE_AWARE.of(site.release()), leak -> volumeFlow(leak, site.water()));
  }

  private static double volumeFlow(Leak leak, SeaWater water) {
    if (leak.rate() > LARGEST_RATE) {
      throw new IllegalArgumentException(
          "The rate (%s kg/s) of leak %s is above %s kg/s: a blow-out needs another model."
              .formatted(leak.rate(), leak.name(), LARGEST_RATE));
    }
    return leak.rate() / water.gasDensity(leak.position().z());
  }
}
