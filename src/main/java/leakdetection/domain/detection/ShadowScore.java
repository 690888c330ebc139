package leakdetection.domain.detection;

import java.time.Instant;

/**
 * What a detector in the shadow said of a reading.
 *
 * @param time of the reading
 * @param score percent; NaN where it could not judge
 */
public record ShadowScore(Instant time, double score) {}
