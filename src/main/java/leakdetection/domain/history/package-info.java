/**
 * What is left of a long history when it is looked at from afar: the extremes of its stretches, and
 * the roll-ups that are kept of it. Readings and detections go the same way.
 */
package leakdetection.domain.history;
