package leakdetection.application.backtest;

import leakdetection.numerics.ConfidenceIntervals;

/**
 * How often there was an alarm without a leak.
 *
 * @param episodes how many; alarms at most 24 h apart are one
 * @param sensorYears how long was watched, years of 365.25 days
 * @param perSensorYear episodes per sensor-year; exact Poisson interval; null when nothing was
 *     watched
 */
public record FalseAlarmFigures(int episodes, double sensorYears, Estimate perSensorYear) {

  static FalseAlarmFigures of(int episodes, double sensorYears) {
    if (!(sensorYears > 0)) {
      return new FalseAlarmFigures(episodes, 0, new Estimate(null, null, null));
    }
    return new FalseAlarmFigures(
        episodes,
        sensorYears,
        Estimate.of(
            episodes / sensorYears, ConfidenceIntervals.poissonRate(episodes, sensorYears)));
  }
}
