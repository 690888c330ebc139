package leakdetection.application.demo;

import java.util.Arrays;
import java.util.List;

/**
 * The bank of baselines: normal series of 30 days with the means and variances of the plants' own
 * bank, which is not public.
 */
final class BaselineBank {

  /** Readings of a baseline: 30 days at 10 minutes. */
  static final int LENGTH = 4_320;

  /**
   * One of the bank.
   *
   * @param name how it is called
   * @param mean ppmv, to two decimals
   * @param variance of the population, ppmv squared, to one decimal
   * @param floor what is left in the quietest hour, ppmv
   */
  record Entry(String name, double mean, double variance, double floor) {

    /** Returns the series, ppmv. */
    double[] series(long seed) {
      Chance chance = Chance.of(seed, "baseline " + name);
      double[] gas = new GasPulses(1.6, 1, 0.35, 0.25).series(chance, LENGTH);
      double exponent = exponent(gas);
      double[] shaped = shaped(gas, exponent);
      return scaled(GasPulses.grained(shaped, chance, 0.12));
    }

    /**
     * Finds the power of the gas that gives the variance above the floor. A power of an exponential
     * decay is an exponential decay, so the pulses keep their form.
     */
    private double exponent(double[] gas) {
      double low = 0.05;
      double high = 8;
      for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (varianceOf(shaped(gas, middle)) < variance) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private double[] shaped(double[] gas, double exponent) {
      double[] powers = Arrays.stream(gas).map(x -> StrictMath.pow(x, exponent)).toArray();
      double scale = (mean - floor) / meanOf(powers);
      return Arrays.stream(powers).map(x -> floor + scale * x).toArray();
    }

    /** Corrects what the grain has changed; the last few per mille of mean and variance. */
    private double[] scaled(double[] ppmv) {
      double was = meanOf(ppmv);
      double stretch = StrictMath.sqrt(variance / varianceOf(ppmv));
      return Arrays.stream(ppmv).map(x -> mean + stretch * (x - was)).toArray();
    }
  }

  /** What a new sensor starts with. */
  static final String INITIAL = "high";

  static final List<Entry> ENTRIES =
      List.of(
          new Entry("low", 23.92, 115.1, 8),
          new Entry("mid", 33.70, 742.8, 6),
          new Entry("high", 37.95, 1808.5, 5),
          new Entry("trestakk1ta", 26.72, 261.2, 7));

  private BaselineBank() {}

  static double meanOf(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  static double varianceOf(double[] values) {
    double mean = meanOf(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
