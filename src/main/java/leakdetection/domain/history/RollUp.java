package leakdetection.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a day or an hour of a history held.
 *
 * @param begin in UTC, a whole multiple of the length since 1970
 * @param length a day or an hour
 * @param usable how many usable values
 * @param unusable how many values besides
 * @param mean of the usable values; NaN if there are none
 * @param least the smallest usable value, at its own time; empty if there is none
 * @param largest the largest one
 */
public record RollUp(
    Instant begin,
    Duration length,
    long usable,
    long unusable,
    double mean,
    Optional<HistoryPoint> least,
    Optional<HistoryPoint> largest) {}
