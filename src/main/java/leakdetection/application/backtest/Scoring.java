package leakdetection.application.backtest;

import java.time.Duration;

/**
 * The rules by which levels are scored.
 *
 * <p>An alarm is a level at or above the threshold. False alarms at most 24 h apart are one
 * episode. A leak is found by an alarm between its start and its end at a time at which the
 * leak-free copy does not alarm, because that alarm would have come without the leak.
 */
final class Scoring {

  private static final long MERGED_WITHIN = Duration.ofHours(24).toMillis();

  /** A gap counts as one hour of watching: nobody can raise a false alarm without readings. */
  private static final long LONGEST_STEP = Duration.ofMinutes(60).toMillis();

  private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

  /** A year of 365.25 days. */
  private static final double MILLIS_PER_YEAR = 365.25 * Duration.ofDays(1).toMillis();

  private Scoring() {}

  /** Returns how long the leak-free test part was watched, in years, suspect stretches left out. */
  static double sensorYears(Trial trial) {
    long[] times = trial.clean().times();
    long watched = 0;
    for (int i = 1; i < times.length; i++) {
      if (!trial.suspect()[i]) {
        watched += Math.min(times[i] - times[i - 1], LONGEST_STEP);
      }
    }
    return watched / MILLIS_PER_YEAR;
  }

  /**
   * Returns the number of false alarm episodes.
   *
   * @param levels [n of the leak-free part], percent, NaN = no alarm
   */
  static int falseAlarms(Trial trial, double[] levels, double threshold) {
    long[] times = trial.clean().times();
    int episodes = 0;
    long last = 0;
    for (int i = 0; i < times.length; i++) {
      if (levels[i] >= threshold && !trial.suspect()[i]) {
        if (episodes == 0 || times[i] - last > MERGED_WITHIN) {
          episodes++;
        }
        last = times[i];
      }
    }
    return episodes;
  }

  /**
   * Returns how long it took to find a leak, in hours from its onset; slightly negative when found
   * before, NaN when it was missed.
   *
   * @param copy the readings with the leak
   * @param levels [n of the copy], percent
   * @param clean the readings without leaks
   * @param cleanLevels [n of clean], percent
   */
  static double hoursToDetect(
      InjectedLeak leak,
      History copy,
      double[] levels,
      History clean,
      double[] cleanLevels,
      double threshold) {
    long end = leak.end().toEpochMilli();
    for (int i = copy.firstFrom(leak.start().toEpochMilli()); i < levels.length; i++) {
      long time = copy.times()[i];
      if (time > end) {
        break;
      }
      if (levels[i] >= threshold && !alarms(clean, cleanLevels, time, threshold)) {
        return (time - leak.onset().toEpochMilli()) / MILLIS_PER_HOUR;
      }
    }
    return Double.NaN;
  }

  private static boolean alarms(History clean, double[] levels, long time, double threshold) {
    int at = clean.indexOf(time);
    return at >= 0 && levels[at] >= threshold;
  }
}
