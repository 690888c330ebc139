package leakdetection.domain.estimation;

import java.util.Arrays;
import java.util.Objects;
import leakdetection.domain.sensors.Position;

/**
 * What one sensor measured during the window.
 *
 * <p>The array is shared, not copied; whoever holds it must not write to it.
 *
 * @param sensor its name
 * @param position in the template's frame
 * @param ppmv readings [n], ppmv; NaN or infinite where one is missing
 */
public record SensorReadings(String sensor, Position position, double[] ppmv) {

  public SensorReadings {
    Objects.requireNonNull(sensor, "Readings need the name of their sensor.");
    Objects.requireNonNull(position, "Sensor %s needs its position.".formatted(sensor));
    Objects.requireNonNull(ppmv, "Sensor %s needs its readings.".formatted(sensor));
  }

  /** Returns how many readings are there. */
  public int measured() {
    return (int) Arrays.stream(ppmv).filter(Double::isFinite).count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SensorReadings that
        && sensor.equals(that.sensor)
        && position.equals(that.position)
        && Arrays.equals(ppmv, that.ppmv);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sensor, position, Arrays.hashCode(ppmv));
  }

  @Override
  public String toString() {
    return "SensorReadings[%s at %s, %d of %d]"
        .formatted(sensor, position, measured(), ppmv.length);
  }
}
