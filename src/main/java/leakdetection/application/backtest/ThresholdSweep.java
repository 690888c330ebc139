package leakdetection.application.backtest;

import java.util.Arrays;

/**
 * What a detector would have done at other thresholds: false alarms and leaks found on a grid from
 * a twentieth to twenty times its own threshold, in steps of 1.5 %. Not thread-safe.
 *
 * <p>Its size does not depend on the readings, so that any number of streams can be added.
 */
final class ThresholdSweep {

  private static final int STEPS = 400;
  private static final double LOWEST = 1.0 / 20;
  private static final double HIGHEST = 20;

  private final double[] thresholds = new double[STEPS + 1];
  private final int[] episodes = new int[STEPS + 1];
  private final int[] found = new int[STEPS + 1];
  private int leaks;
  private double sensorYears;

  /**
   * @param own the detector's threshold, percent; one of the grid
   */
  ThresholdSweep(double own) {
    for (int i = 0; i <= STEPS; i++) {
      thresholds[i] = own * LOWEST * Math.pow(HIGHEST / LOWEST, (double) i / STEPS);
    }
    thresholds[STEPS / 2] = own;
  }

  /**
   * Adds the leak-free part of a stream.
   *
   * @param levels [n of the leak-free part], percent
   */
  void addClean(Trial trial, double[] levels) {
    sensorYears += Scoring.sensorYears(trial);
    double highest = Arrays.stream(levels).filter(Double::isFinite).max().orElse(0);
    for (int i = 0; i <= STEPS && thresholds[i] <= highest; i++) {
      episodes[i] += Scoring.falseAlarms(trial, levels, thresholds[i]);
    }
  }

  /** Adds a leak by the thresholds at which it was found, as {@link #foundAt} gives them. */
  void addLeak(boolean[] foundAt) {
    leaks++;
    for (int i = 0; i <= STEPS; i++) {
      found[i] += foundAt[i] ? 1 : 0;
    }
  }

  /**
   * Returns at which thresholds of the grid a leak is found: a reading between its start and its
   * end finds it at those above the leak-free level and not above its own. Thread-safe.
   */
  boolean[] foundAt(
      InjectedLeak leak, History copy, double[] levels, History clean, double[] cleanLevels) {
    boolean[] foundAt = new boolean[STEPS + 1];
    int end = copy.firstFrom(leak.end().toEpochMilli() + 1);
    for (int i = copy.firstFrom(leak.start().toEpochMilli()); i < end; i++) {
      int same = clean.indexOf(copy.times()[i]);
      double masked = same >= 0 ? cleanLevels[same] : Double.NaN;
      int below = Double.isNaN(masked) ? 0 : gridAbove(masked);
      int above = gridAbove(levels[i]);
      Arrays.fill(foundAt, Math.min(below, above), above, true);
    }
    return foundAt;
  }

  /**
   * Returns the figures at the lowest threshold from which on there is at most one false alarm per
   * sensor-year; null when there is none on the grid or nothing was watched.
   */
  OperatingPoint atMostOneFalseAlarmAYear() {
    int lowest = STEPS + 1;
    while (lowest > 0 && episodes[lowest - 1] <= sensorYears) {
      lowest--;
    }
    if (lowest > STEPS || !(sensorYears > 0)) {
      return null;
    }
    return new OperatingPoint(
        thresholds[lowest],
        FalseAlarmFigures.of(episodes[lowest], sensorYears),
        leaks,
        found[lowest],
        LeakFigures.recall(found[lowest], leaks));
  }

  /** Returns how many thresholds are at most this level; none for NaN. */
  private int gridAbove(double level) {
    if (Double.isNaN(level)) {
      return 0;
    }
    int at = Arrays.binarySearch(thresholds, level);
    return at >= 0 ? at + 1 : -at - 1;
  }
}
