package leakdetection.domain.tsd;

import java.time.Instant;

/**
 * Another value came for the time of a stored reading and took the place of the first, which stays
 * in the reading's history.
 *
 * @param readingId the reading's
 * @param sensorId its sensor's
 * @param time the reading's
 * @param before the value that was replaced, ppmv; any double
 * @param qualityBefore what was thought of it
 * @param after the value that is stored now, ppmv; any double
 * @param quality what is thought of that
 * @param correctedAt when it came
 */
public record ReadingCorrection(
    long readingId,
    long sensorId,
    Instant time,
    double before,
    Quality qualityBefore,
    double after,
    Quality quality,
    Instant correctedAt) {}
