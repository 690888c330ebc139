package leakdetection.application.backtest;

/**
 * A detector's figures at a threshold that was chosen after the fact, on the very readings that it
 * is judged on: good for comparing detectors at equal false alarms, too good as a promise.
 *
 * @param threshold percent
 * @param falseAlarms at this threshold
 * @param leaks how many there were
 * @param found how many were found
 * @param recall share that was found, 0 to 1; Wilson's interval
 */
public record OperatingPoint(
    double threshold, FalseAlarmFigures falseAlarms, int leaks, int found, Estimate recall) {}
