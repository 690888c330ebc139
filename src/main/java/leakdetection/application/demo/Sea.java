package leakdetection.application.demo;

import java.time.Duration;
import java.time.Instant;
import leakdetection.domain.metocean.Currents;

/**
 * The water around a template: a tide that turns, a steady drift, weather and turbulence.
 *
 * <p>The tide is an ellipse that is run through clockwise by its main lunar (M2, 12.42 h) and its
 * main solar part (S2, 12.00 h), so springs and neaps alternate within 15 days.
 *
 * @param tide speed of the M2 tide along the ellipse's long axis, m/s
 * @param roundness short axis per long axis, 0 to 1
 * @param bearing of the long axis, degrees clockwise from north
 * @param eastDrift steady current towards east, m/s
 * @param northDrift steady current towards north, m/s
 */
record Sea(double tide, double roundness, double bearing, double eastDrift, double northDrift) {

  static final Duration STEP = Duration.ofMinutes(10);

  private static final double M2_HOURS = 12.4206;
  private static final double S2_HOURS = 12;
  private static final double S2_SHARE = 0.36;
  private static final double WEATHER = 0.012;
  private static final double TURBULENCE = 0.004;

  /** Returns n currents at 10-minute steps, rounded to what their file says. */
  Currents currents(Chance chance, Instant start, int n) {
    double lunar = chance.between(0, 2 * Math.PI);
    double solar = chance.between(0, 2 * Math.PI);
    Drift eastWeather = new Drift(chance, 60);
    Drift northWeather = new Drift(chance, 60);
    double axis = StrictMath.toRadians(bearing);
    double[] east = new double[n];
    double[] north = new double[n];
    for (int i = 0; i < n; i++) {
      double moon = lunar + 2 * Math.PI * i / (6 * M2_HOURS);
      double sun = solar + 2 * Math.PI * i / (6 * S2_HOURS);
      double along = tide * (StrictMath.cos(moon) + S2_SHARE * StrictMath.cos(sun));
      double across = tide * roundness * (StrictMath.sin(moon) + S2_SHARE * StrictMath.sin(sun));
      double restEast = WEATHER * eastWeather.next() + TURBULENCE * chance.gaussian();
      double restNorth = WEATHER * northWeather.next() + TURBULENCE * chance.gaussian();
      east[i] =
          Decimals.rounded(
              along * StrictMath.sin(axis) + across * StrictMath.cos(axis) + eastDrift + restEast,
              4);
      north[i] =
          Decimals.rounded(
              along * StrictMath.cos(axis) - across * StrictMath.sin(axis) + northDrift + restNorth,
              4);
    }
    return Currents.ofComponents(east, north, start, STEP);
  }
}
