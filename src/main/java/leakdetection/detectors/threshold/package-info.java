/**
 * The detector {@code threshold}: a fixed limit, and the smallest worked example of a detector.
 *
 * <p>It learns nothing from the baseline and is for those who want just a limit.
 */
package leakdetection.detectors.threshold;
