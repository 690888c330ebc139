package leakdetection.application.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;

/**
 * How the sea around a template and its candidate leaks are written: with times for a template of
 * the demo, without them as a default for any template, to be repeated from its start.
 */
final class EnvironmentFiles {

  private static final int HOURS_PER_DAY = 24;

  private EnvironmentFiles() {}

  /** Writes currents towards east and north, m/s; the first at the given time, if any. */
  static String currents(Currents currents, Optional<Instant> start) {
    StringBuilder csv = new StringBuilder(start.isPresent() ? "time,u,v\n" : "u,v\n");
    for (int i = 0; i < currents.length(); i++) {
      long seconds = Sea.STEP.toSeconds() * i;
      start.ifPresent(first -> csv.append(first.plusSeconds(seconds)).append(','));
      csv.append(Decimals.text(currents.east(i), 4))
          .append(',')
          .append(Decimals.text(currents.north(i), 4))
          .append('\n');
    }
    return csv.toString();
  }

  /** Writes hourly sea states of so many days, with storms of a day or two. */
  static String waves(Chance chance, int days, Optional<Instant> start) {
    StringBuilder csv = new StringBuilder(start.isPresent() ? "time," : "");
    csv.append("height,period,angle_from_north\n");
    Drift storm = new Drift(chance, 1.2 * HOURS_PER_DAY);
    Drift chop = new Drift(chance, 3);
    Drift wind = new Drift(chance, 2.0 * HOURS_PER_DAY);
    for (int hour = 0; hour < days * HOURS_PER_DAY; hour++) {
      long seconds = 3_600L * hour;
      double height = 2.2 * StrictMath.exp(0.45 * storm.next() + 0.06 * chop.next());
      double period = 5.2 + 2.3 * StrictMath.sqrt(height) + 0.4 * chop.next();
      double angle = 4.1 + 0.9 * wind.next();
      angle -= 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
      start.ifPresent(first -> csv.append(first.plusSeconds(seconds)).append(','));
      csv.append(Decimals.text(height, 1))
          .append(',')
          .append(Decimals.text(period, 2))
          .append(',')
          .append(Decimals.text(angle, 4))
          .append('\n');
    }
    return csv.toString();
  }

  /** Writes the points where a template may leak, with the rate that a simulation assumes. */
  static String points(List<Leak> points) {
    return points.stream()
        .map(
            point ->
                String.join(
                    ",",
                    point.name(),
                    rate(point),
                    coordinates(point.position()),
                    Long.toString(point.duration().toSeconds())))
        .collect(Collectors.joining("\n", "name,rate,x,y,z,duration\n", "\n"));
  }

  /** Returns the text of a leak's rate, kg/s. */
  static String rate(Leak leak) {
    return Decimals.text(leak.rate(), 7);
  }

  /** Returns the text of x, y, z, m. */
  static String coordinates(Position position) {
    return String.join(
        ",",
        Decimals.text(position.x(), 2),
        Decimals.text(position.y(), 2),
        Decimals.text(position.z(), 2));
  }
}
