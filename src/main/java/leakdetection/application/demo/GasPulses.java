package leakdetection.application.demo;

import java.util.Arrays;

/**
 * Natural gas as methane sensors see it: pulses that rise within hours and decay exponentially over
 * 6 to 24 h, in busy and quiet stretches of days.
 *
 * @param perDay pulses a day in an average stretch
 * @param peak median height of a pulse
 * @param spread of the logarithm of the heights
 * @param unrest how much busy and quiet stretches differ, spread of a logarithm
 */
record GasPulses(double perDay, double peak, double spread, double unrest) {

  /** Readings per hour at 10 minutes. */
  private static final int HOUR = 6;

  private static final int DAY = 24 * HOUR;

  /** So long before the first reading pulses may have begun. */
  private static final int BEFORE = 4 * DAY;

  /**
   * Returns n concentrations at 10-minute steps, not negative, in the unit of the peak: the pulses
   * and many ripples of a tenth of their height between them.
   */
  double[] series(Chance chance, int n) {
    double[] sum = pulses(chance, n);
    double[] ripples = new GasPulses(4 * perDay, 0.1 * peak, 0.6, unrest).pulses(chance, n);
    for (int i = 0; i < n; i++) {
      sum[i] += ripples[i];
    }
    return sum;
  }

  private double[] pulses(Chance chance, int n) {
    double[] sum = new double[n];
    Drift activity = new Drift(chance, 4.0 * DAY);
    for (int onset = -BEFORE; onset < n; onset++) {
      double busy = StrictMath.exp(unrest * activity.next());
      if (chance.uniform() < perDay * busy / DAY) {
        add(sum, onset, chance.logNormal(peak, spread) * StrictMath.sqrt(busy), chance);
      }
    }
    return sum;
  }

  /** Adds a pulse: gas flows past for some hours, then what is left disperses. */
  private static void add(double[] sum, int onset, double height, Chance chance) {
    double flow = chance.between(1, 4) * HOUR;
    double rise = chance.between(0.4, 1.2) * HOUR;
    double decay = Math.min(24, Math.max(6, chance.logNormal(11, 0.35))) * HOUR;
    double full = 1 - StrictMath.exp(-flow / rise);
    Drift turbulence = new Drift(chance, 3);
    for (int i = Math.max(0, -onset); i + onset < sum.length && i < flow + 8 * decay; i++) {
      double share =
          i < flow
              ? (1 - StrictMath.exp(-i / rise)) / full * (1 + 0.04 * turbulence.next())
              : StrictMath.exp((flow - i) / decay);
      sum[i + onset] += height * share;
    }
  }

  /** Returns the same values with the fine grain of real readings, never below zero. */
  static double[] grained(double[] ppmv, Chance chance, double noise) {
    Drift grain = new Drift(chance, 2.0 * HOUR);
    return Arrays.stream(ppmv)
        .map(x -> Math.max(0, x * (1 + 0.015 * grain.next()) + noise * chance.gaussian()))
        .toArray();
  }
}
