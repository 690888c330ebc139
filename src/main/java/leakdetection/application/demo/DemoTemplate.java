package leakdetection.application.demo;

import java.util.List;
import leakdetection.domain.fields.Field;
import leakdetection.domain.simulation.Leak;

/**
 * A template of the demo plant: open, in 90 m of water at 6 degC.
 *
 * @param field where it is
 * @param name as the pages show it
 * @param folder below {@code environment/}
 * @param angleFromNorth degrees clockwise from north to the normal of its fore
 * @param height m
 * @param sea the currents around it
 * @param points where it may leak, each with the rate that a simulation assumes
 * @param sensors on it
 */
record DemoTemplate(
    Field field,
    String name,
    String folder,
    double angleFromNorth,
    double height,
    Sea sea,
    List<Leak> points,
    List<DemoSensor> sensors) {

  /** Returns the point of this name. */
  Leak point(String pointName) {
    return points.stream()
        .filter(point -> point.name().equals(pointName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The template %s has no point %s.".formatted(name, pointName)));
  }
}
