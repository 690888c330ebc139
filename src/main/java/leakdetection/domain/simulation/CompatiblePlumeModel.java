package leakdetection.domain.simulation;

/**
 * The integral plume exactly as the original program runs it: 7.1 L/min of gas, 90 m of water, 6
 * degC and 35 ppmv per ug/L, whatever the leak's rate and the site's water are.
 *
 * <p>Equations in {@link CentreLineIntegration}. Kept to compare with the original and with trials
 * that were simulated by it; {@link RateAwarePlumeModel} is the one to use. Its plumes are followed
 * for 100 s, so in a current of 0.02 m/s they end 2 m from the leak.
 */
public final class CompatiblePlumeModel implements PlumeModel {

  /** Volume of gas that leaves the hole, at the pressure there, L/min. */
  public static final double LITRES_PER_MINUTE = 7.1;

  @Override
  public String id() {
    return "plume2d-compatible";
  }

  @Override
  public String summary() {
    return "Integral bubble plume (Johansen) with the original program's fixed rate of 7.1 L/min, 90 m"
        + " and 6 degC; readings match the original's to 1e-9.";
  }

  @Override
  public boolean rateAware() {
    return false;
  }

  @Override
  public PlumeSimulation at(Site site) {
    OpenWater.require(this, site);
    Site standard = Site.open(site.angleFromNorth(), SeaWater.STANDARD);
    return new IntegralPlumeSimulation(
        standard, PlumeSettings.COMPATIBLE, leak -> LITRES_PER_MINUTE / 60_000);
  }

  /** Returns the mass that 7.1 L/min are at a height above the seabed, kg/s. */
  public static double ratePerSecond(double height) {
    return LITRES_PER_MINUTE / 60_000 * SeaWater.STANDARD.gasDensity(height);
  }
}
