package leakdetection.domain.history;

import java.time.Instant;

/**
 * One value of a history.
 *
 * @param time when it was
 * @param value ppmv or percent; finite
 * @param mark name of the reading's quality or of the detection's deviation
 */
public record HistoryPoint(Instant time, double value, String mark) {}
