package leakdetection.domain.simulation;

import java.time.Duration;

/**
 * A sensor's first-order response: it follows the water with a delay.
 *
 * <p>{@code tau dy/dt = x - y}, by the trapezoid rule: {@code y_i = ((1 - a) y_{i-1} + a (x_i +
 * x_{i+1})) / (1 + a)} with {@code a = interval / (2 tau)} and {@code y = 0} before the first.
 *
 * @param timeConstant tau, positive; sensors of this kind need about 120 min
 * @param saturation reading that the sensor cannot exceed, ppmv, positive; infinite for none
 */
public record SensorResponse(Duration timeConstant, double saturation) {

  /** 120 minutes, saturated at 10,000 ppmv. */
  public static final SensorResponse STANDARD = new SensorResponse(Duration.ofMinutes(120), 10_000);

  /**
   * @throws IllegalArgumentException if a figure is not positive
   */
  public SensorResponse {
    if (timeConstant.isNegative() || timeConstant.isZero() || !(saturation > 0)) {
      throw new IllegalArgumentException(
          "A sensor needs a positive time constant (%s) and saturation (%s ppmv)."
              .formatted(timeConstant, saturation));
    }
  }

  /** Returns half the sampling interval per time constant, the a of the formula. */
  public double gain(Duration interval) {
    return 0.5 * interval.toMillis() / timeConstant.toMillis();
  }

  /**
   * Returns what the sensor reads above its background.
   *
   * @param water concentrations in the water [n], ppmv; a NaN counts as the value before it
   * @param interval between two of them
   * @return readings [n - 1], ppmv, reading i at the end of the stretch from i to i + 1; empty for
   *     n below 2
   */
  public double[] apply(double[] water, Duration interval) {
    double a = gain(interval);
    double[] readings = new double[Math.max(0, water.length - 1)];
    double reading = 0;
    double earlier = water.length == 0 || Double.isNaN(water[0]) ? 0 : water[0];
    for (int i = 0; i < readings.length; i++) {
      double later = Double.isNaN(water[i + 1]) ? earlier : water[i + 1];
      reading = ((1 - a) * reading + a * (earlier + later)) / (1 + a);
      readings[i] = Math.min(reading, saturation);
      earlier = later;
    }
    return readings;
  }
}
