package leakdetection.domain.tsd;

import java.time.Instant;

/**
 * Nothing came for longer than a sensor may be silent.
 *
 * @param sensorId the sensor
 * @param from time of the last reading before it
 * @param to time of the first reading after it
 */
public record ReadingGap(long sensorId, Instant from, Instant to) {}
