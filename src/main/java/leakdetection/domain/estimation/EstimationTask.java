package leakdetection.domain.estimation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.SensorResponse;
import leakdetection.domain.simulation.Site;

/**
 * Everything an estimator may look at: one window of one template.
 *
 * @param site the template's bearing and water
 * @param candidates where it might leak [k], names distinct; may be empty
 * @param sensors readings of the template's sensors [s], 1 to 64, equally long [n], n at least 12;
 *     gaps are NaN
 * @param currents [n + 1]; reading i lies between currents i and i + 1
 * @param waves aligned with the currents, or none
 * @param interval between two readings, positive
 * @param response of the sensors
 */
public record EstimationTask(
    Site site,
    List<Leak> candidates,
    List<SensorReadings> sensors,
    Currents currents,
    Optional<Waves> waves,
    Duration interval,
    SensorResponse response) {

  /** Fewest readings in a window. */
  public static final int SHORTEST = 12;

  /** Most candidates at once; beyond it an estimation would take minutes. */
  public static final int MOST_CANDIDATES = 256;

  private static final int MOST_SENSORS = 64;

  /**
   * @throws IllegalArgumentException if the parts do not fit together; the message says which
   */
  public EstimationTask {
    Objects.requireNonNull(site, "An estimation needs its site.");
    Objects.requireNonNull(response, "An estimation needs the sensors' response.");
    candidates = List.copyOf(candidates);
    sensors = List.copyOf(sensors);
    if (sensors.isEmpty() || sensors.size() > MOST_SENSORS) {
      throw new IllegalArgumentException(
          "An estimation needs the readings of 1 to %d sensors, not of %d."
              .formatted(MOST_SENSORS, sensors.size()));
    }
    if (candidates.size() > MOST_CANDIDATES) {
      throw new IllegalArgumentException(
          "An estimation takes at most %d candidates, not %d."
              .formatted(MOST_CANDIDATES, candidates.size()));
    }
    requireEqualLengths(sensors, currents);
    requireDistinctNames(candidates);
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "The interval (%s) between readings must be positive.".formatted(interval));
    }
  }

  private static void requireEqualLengths(List<SensorReadings> sensors, Currents currents) {
    int length = sensors.get(0).ppmv().length;
    for (SensorReadings sensor : sensors) {
      if (sensor.ppmv().length != length || length < SHORTEST) {
        throw new IllegalArgumentException(
            "Sensor %s has %d readings; all need equally many (%d), at least %d."
                .formatted(sensor.sensor(), sensor.ppmv().length, length, SHORTEST));
      }
    }
    if (currents.length() != length + 1) {
      throw new IllegalArgumentException(
          "%d readings need %d currents, one more, not %d."
              .formatted(length, length + 1, currents.length()));
    }
  }

  private static void requireDistinctNames(List<Leak> candidates) {
    Set<String> names = new HashSet<>();
    for (Leak candidate : candidates) {
      if (!names.add(candidate.name())) {
        throw new IllegalArgumentException(
            "Two candidates are named %s.".formatted(candidate.name()));
      }
    }
  }

  /**
   * Returns the same task without the sensors that have fewer than 12 readings.
   *
   * @param notes gets a sentence for each sensor left out
   * @throws IllegalArgumentException if no sensor is left
   */
  EstimationTask withoutSilentSensors(List<String> notes) {
    List<SensorReadings> heard = new ArrayList<>();
    for (SensorReadings sensor : sensors) {
      if (sensor.measured() >= SHORTEST) {
        heard.add(sensor);
      } else {
        notes.add(
            "Sensor %s was left out: %d of its %d readings are there, %d are needed."
                .formatted(sensor.sensor(), sensor.measured(), sensor.ppmv().length, SHORTEST));
      }
    }
    if (heard.isEmpty()) {
      throw new IllegalArgumentException(
          "No sensor has the %d readings that an estimation needs.".formatted(SHORTEST));
    }
    return new EstimationTask(site, candidates, heard, currents, waves, interval, response);
  }

  /** Returns the number of readings of each sensor, n. */
  public int length() {
    return sensors.get(0).ppmv().length;
  }
}
