package leakdetection.application.backtest;

/**
 * One detector's figures on one sensor.
 *
 * @param stream the sensor
 * @param falseAlarms its false alarms
 * @param leaks how well its leaks were found
 */
public record StreamFigures(String stream, FalseAlarmFigures falseAlarms, LeakFigures leaks) {}
