/**
 * The judgement of readings: deviations, the thresholds that turn a detector's score into one, the
 * detections that are kept and the snapshots from which a detector goes on after a restart.
 */
package leakdetection.domain.detection;
