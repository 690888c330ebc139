/**
 * Judging readings: which detectors there are and, for each sensor, which one counts.
 *
 * <p>{@link leakdetection.application.detection.DetectorCatalogue} is what is installed, the
 * detectors that come with the application and those of plug-in jars alike. How jars are read lives
 * in {@code infrastructure.plugins}; what a detector computes in its plug-in.
 */
package leakdetection.application.detection;
