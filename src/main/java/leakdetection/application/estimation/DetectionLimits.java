package leakdetection.application.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.simulation.DetectionLimit;
import leakdetection.domain.simulation.MapGrid;

/**
 * The smallest leaks that a template's sensors would show.
 *
 * @param grid the points, row by row
 * @param limits one for each point
 * @param sensors in the order that the limits count them
 * @param from first of the currents that the leaks went on in
 * @param length how long they went on
 * @param model identifier of the plume model
 * @param notes what was assumed, in whole sentences
 */
public record DetectionLimits(
    MapGrid grid,
    List<DetectionLimit> limits,
    List<SensorThreshold> sensors,
    Instant from,
    Duration length,
    String model,
    List<String> notes) {

  public DetectionLimits {
    limits = List.copyOf(limits);
    sensors = List.copyOf(sensors);
    notes = List.copyOf(notes);
  }

  /**
   * The rise that counts as seen by a sensor.
   *
   * @param sensor its plant tag
   * @param detector that the rise was found by; empty text when the threshold was given
   * @param ppmv infinite if nothing is seen by it
   */
  public record SensorThreshold(String sensor, String detector, double ppmv) {}
}
