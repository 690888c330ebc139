package leakdetection.domain.detection;

/**
 * The readings of an interval that were judged by their mean.
 *
 * @param mean ppmv
 * @param largest ppmv
 * @param readings how many there were, at least 1
 */
public record JudgedInterval(double mean, double largest, int readings) {}
