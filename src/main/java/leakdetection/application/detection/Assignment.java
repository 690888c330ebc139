package leakdetection.application.detection;

import leakdetection.domain.detection.Thresholds;
import leakdetection.spi.DetectorContext;

/**
 * Which detector judges a sensor, and by what.
 *
 * @param sensorName the plant tag, for messages
 * @param detector the detector
 * @param context its baseline, settings and confirmed-normal stretches
 * @param thresholds where its scores become deviations
 * @param interactiveFeedbackMode whether the sensor is in interactive feedback mode
 * @param fingerprint of all of these that a detector's state depends on
 */
public record Assignment(
    String sensorName,
    InstalledDetector detector,
    DetectorContext context,
    Thresholds thresholds,
    boolean interactiveFeedbackMode,
    String fingerprint) {}
