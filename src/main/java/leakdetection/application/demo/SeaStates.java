package leakdetection.application.demo;

/** Waves above a template: hourly sea states with storms of a day or two. */
final class SeaStates {

  private static final int HOURS_PER_DAY = 24;

  private SeaStates() {}

  /** Returns the CSV lines of so many days, header first. */
  static String csv(Chance chance, int days) {
    StringBuilder csv = new StringBuilder("time,height,period,angle_from_north\n");
    Drift storm = new Drift(chance, 1.2 * HOURS_PER_DAY);
    Drift chop = new Drift(chance, 3);
    Drift wind = new Drift(chance, 2.0 * HOURS_PER_DAY);
    for (int hour = 0; hour < days * HOURS_PER_DAY; hour++) {
      double height = 2.2 * StrictMath.exp(0.45 * storm.next() + 0.06 * chop.next());
      double period = 5.2 + 2.3 * StrictMath.sqrt(height) + 0.4 * chop.next();
      double angle = 4.1 + 0.9 * wind.next();
      angle -= 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
      csv.append(DemoPlant.START.plusSeconds(3_600L * hour))
          .append(',')
          .append(Decimals.text(height, 1))
          .append(',')
          .append(Decimals.text(period, 2))
          .append(',')
          .append(Decimals.text(angle, 4))
          .append('\n');
    }
    return csv.toString();
  }
}
