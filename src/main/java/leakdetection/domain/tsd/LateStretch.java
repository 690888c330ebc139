package leakdetection.domain.tsd;

import java.time.Instant;

/**
 * A stretch of a sensor's readings that has to be judged again, because readings came late or got
 * other values.
 *
 * @param sensorId the sensor
 * @param from time of the first of them
 * @param to time of the last of them
 */
public record LateStretch(long sensorId, Instant from, Instant to) {}
