package leakdetection.domain.estimation;

import java.util.Arrays;
import java.util.List;
import leakdetection.domain.simulation.SensorResponse;

/**
 * The concentrations in the water that the readings imply: the sensors' background taken off, their
 * response undone.
 *
 * <p>With y the readings above their 10 % quantile and a the response's gain, {@code z_i = ((1 + a)
 * y_i - (1 - a) y_(i-1)) / 2a} is the mean concentration between readings i - 1 and i.
 */
final class UndoneResponse {

  private static final double BACKGROUND_QUANTILE = 0.1;

  private final double[][] above;
  private final double[][] water;

  /**
   * @param sensors [s] of n readings
   */
  UndoneResponse(List<SensorReadings> sensors, SensorResponse response, double gain) {
    above = new double[sensors.size()][];
    water = new double[sensors.size()][];
    for (int s = 0; s < above.length; s++) {
      double[] ppmv = sensors.get(s).ppmv();
      double background = quantile(ppmv, BACKGROUND_QUANTILE);
      above[s] =
          Arrays.stream(ppmv)
              .map(
                  x ->
                      Double.isFinite(x) && x < response.saturation() ? x - background : Double.NaN)
              .toArray();
      water[s] = undo(above[s], gain);
    }
  }

  private static double[] undo(double[] y, double a) {
    double[] z = new double[y.length];
    z[0] = Double.NaN;
    for (int i = 1; i < y.length; i++) {
      z[i] = ((1 + a) * y[i] - (1 - a) * y[i - 1]) / (2 * a);
    }
    return z;
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double rank = share * (sorted.length - 1);
    int below = (int) rank;
    int next = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[next] - sorted[below]);
  }

  /** Returns the number of sensors. */
  int sensors() {
    return water.length;
  }

  /** Returns the number of readings of each. */
  int length() {
    return water[0].length;
  }

  /** Returns a sensor's readings above its background [n], ppmv; NaN where missing. */
  double[] above(int sensor) {
    return above[sensor];
  }

  /**
   * Returns the concentration in the water at a sensor [n], ppmv; NaN where unknown, first always.
   */
  double[] water(int sensor) {
    return water[sensor];
  }
}
