/**
 * Series of normal operation: the bank to choose from and, for each sensor, the versions of the
 * baseline that it is judged by. A baseline never changes; every change of a sensor's baseline is a
 * new version that can be looked at and rolled back.
 */
package leakdetection.domain.baselines;
