package leakdetection.domain.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.DoubleStream;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;

/**
 * Where on a template a leak would be seen, from which rate on, and how soon.
 *
 * <p>For every point a leak of each rate begins with the first current and goes on; the smallest
 * rate counts with which the reading of any sensor rises by the threshold. The rates are tried in
 * ascending order on a grid of factor 1.4, since a larger leak may rise over a sensor that a
 * smaller one meets; with a model that ignores the rate, concentrations are scaled instead and the
 * limit is exact. Currents other than these give another map.
 *
 * @param site the template's bearing and water
 * @param sensors their positions, at least one
 * @param currents what they saw; a long enough series gives every direction its chance
 * @param waves aligned with the currents, or none
 * @param response of the sensors
 * @param thresholds rise of a reading that each sensor's detector calls an anomaly, ppmv, positive;
 *     infinite for a sensor that sees nothing
 */
public record DetectionLimitMap(
    Site site,
    List<Position> sensors,
    Currents currents,
    Optional<Waves> waves,
    SensorResponse response,
    List<Double> thresholds) {

  /** Smallest rate tried, kg/s. */
  public static final double SMALLEST_RATE = 1e-6;

  /** Largest rate tried, kg/s. */
  public static final double LARGEST_RATE = 1e-2;

  private static final double STEP = 1.4;
  private static final double SPEED_RESOLUTION = 0.001;

  /**
   * @throws IllegalArgumentException without sensors, or if the threshold is not positive
   */
  public DetectionLimitMap {
    Objects.requireNonNull(site, "A map needs its site.");
    sensors = List.copyOf(sensors);
    if (sensors.isEmpty()) {
      throw new IllegalArgumentException("A detection-limit map needs at least one sensor.");
    }
    thresholds = List.copyOf(thresholds);
    if (thresholds.size() != sensors.size()) {
      throw new IllegalArgumentException(
          "A map needs a threshold for each of its %d sensors, not %d."
              .formatted(sensors.size(), thresholds.size()));
    }
    for (double threshold : thresholds) {
      boolean usable = threshold > 0 && threshold < response.saturation();
      if (!usable && threshold != Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            "The threshold (%s ppmv) must lie between 0 and the sensors' saturation (%s ppmv)."
                .formatted(threshold, response.saturation()));
      }
    }
  }

  /** Creates a map whose sensors have one threshold, ppmv. */
  public DetectionLimitMap(
      Site site,
      List<Position> sensors,
      Currents currents,
      Optional<Waves> waves,
      SensorResponse response,
      double threshold) {
    this(site, sensors, currents, waves, response, Collections.nCopies(sensors.size(), threshold));
  }

  /** Returns the rates that are tried, kg/s, ascending. */
  public static double[] rates() {
    return DoubleStream.iterate(SMALLEST_RATE, rate -> rate < LARGEST_RATE * STEP, r -> r * STEP)
        .toArray();
  }

  /**
   * Computes the map.
   *
   * @param executor of helping threads; {@code Runnable::run} for none
   * @return row by row, within a row by column
   * @throws IllegalStateException if no current was measured
   */
  public List<DetectionLimit> compute(MapGrid grid, PlumeModel model, Executor executor) {
    PlumeSimulation simulation = model.at(site);
    Currents rounded = currents.filled().perturbed(0, 1, SPEED_RESOLUTION);
    DetectionLimit[] limits = new DetectionLimit[grid.rows() * grid.columns()];
    SharedWork.run(
        grid.rows(),
        executor,
        row -> {
          for (int column = 0; column < grid.columns(); column++) {
            Position point = new Position(grid.x(column), grid.y(row), grid.height());
            limits[row * grid.columns() + column] =
                model.rateAware()
                    ? tried(simulation, rounded, point)
                    : scaled(simulation, rounded, point);
          }
        });
    return Arrays.asList(limits);
  }

  private DetectionLimit tried(PlumeSimulation simulation, Currents rounded, Position point) {
    for (double rate : rates()) {
      DetectionLimit limit = at(simulation, rounded, point, rate, 1);
      if (limit.seen()) {
        return limit;
      }
    }
    return unseen(point);
  }

  private DetectionLimit scaled(PlumeSimulation simulation, Currents rounded, Position point) {
    double nominal = CompatiblePlumeModel.ratePerSecond(point.z());
    double factor = Double.POSITIVE_INFINITY;
    for (int s = 0; s < sensors.size(); s++) {
      double[] readings = readings(simulation, rounded, point, sensors.get(s), nominal);
      double highest = Arrays.stream(readings).max().orElse(0);
      factor = Math.min(factor, highest > 0 ? thresholds.get(s) / highest : factor);
    }
    return factor * nominal <= LARGEST_RATE
        ? at(simulation, rounded, point, factor * nominal, factor)
        : unseen(point);
  }

  private DetectionLimit at(
      PlumeSimulation simulation, Currents rounded, Position point, double rate, double factor) {
    int first = Integer.MAX_VALUE;
    int seenBy = -1;
    for (int s = 0; s < sensors.size(); s++) {
      double threshold = thresholds.get(s);
      if (threshold == Double.POSITIVE_INFINITY) {
        continue;
      }
      double[] readings = readings(simulation, rounded, point, sensors.get(s), rate);
      int at = 0;
      while (at < readings.length && factor * readings[at] < threshold * (1 - 1e-12)) {
        at++;
      }
      if (at < Math.min(first, readings.length)) {
        first = at;
        seenBy = s;
      }
    }
    // Reading i is taken at the end of the stretch from current i to i + 1.
    return seenBy < 0
        ? unseen(point)
        : new DetectionLimit(
            point.x(),
            point.y(),
            rate,
            Optional.of(rounded.interval().multipliedBy(first + 1L)),
            seenBy);
  }

  private double[] readings(
      PlumeSimulation simulation, Currents rounded, Position point, Position sensor, double rate) {
    Leak leak = Leak.lasting("map", rate, point);
    return response.apply(
        simulation.concentrations(leak, sensor, rounded, waves), rounded.interval());
  }

  private static DetectionLimit unseen(Position point) {
    return new DetectionLimit(point.x(), point.y(), Double.NaN, Optional.<Duration>empty(), -1);
  }
}
