package leakdetection.application.detection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Thresholds;
import leakdetection.spi.Explanation;

/**
 * A detection and why its detector gave it that score.
 *
 * @param detection as it was judged then
 * @param detectorId which detector explains it: the one that judges the sensor now
 * @param score what that detector says of it now, percent; NaN where undefined
 * @param thresholds of that detector
 * @param interval time between two readings of its baseline
 * @param window the judged readings up to the detection, in the order of their times
 * @param explanation empty where the detector says nothing
 */
public record ExplainedDetection(
    AnomalyDetection detection,
    String detectorId,
    double score,
    Thresholds thresholds,
    Duration interval,
    List<AnomalyDetection> window,
    Optional<Explanation> explanation) {}
