package leakdetection.application.backtest;

import java.util.List;
import java.util.Map;

/**
 * One detector's figures over all streams.
 *
 * @param name the contender's name
 * @param detectorId the detector
 * @param settings its settings by parameter name
 * @param threshold level that counted as an alarm, percent
 * @param falseAlarms over all streams
 * @param leaks over all leaks
 * @param smallestLeakPpmv peak of the smallest leak that is found with 90 % probability, ppmv; see
 *     {@link SmallestLeak} for what a missing value means
 * @param atMostOneFalseAlarmAYear at the lowest threshold from which on there is at most one false
 *     alarm per sensor-year; null when there is none
 * @param sizes by peak, smallest first
 * @param streams by stream, in the order of the plan
 */
public record DetectorFigures(
    String name,
    String detectorId,
    Map<String, Double> settings,
    double threshold,
    FalseAlarmFigures falseAlarms,
    LeakFigures leaks,
    Estimate smallestLeakPpmv,
    OperatingPoint atMostOneFalseAlarmAYear,
    List<LeakFigures> sizes,
    List<StreamFigures> streams) {}
