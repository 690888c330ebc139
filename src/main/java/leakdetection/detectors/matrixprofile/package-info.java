/**
 * The detector {@code matrix-profile}: how unlike anything in the baseline the last day is.
 *
 * <p>The original program's rule, with exact distances. {@link
 * leakdetection.detectors.matrixprofile.MatrixProfileDetectorProvider} describes it; the baseline's
 * profile is computed once and shared by all sensors that have the same baseline.
 */
package leakdetection.detectors.matrixprofile;
