/**
 * Keeps every sensor's baseline fitting: the best one of the bank is chosen, normal readings are
 * appended, by hand or when it is due, and every change is a version that can be rolled back.
 */
package leakdetection.application.baselines;
