package leakdetection.domain.detection;

/**
 * What a detector said of a reading.
 *
 * @param detectorId who said it
 * @param score percent; NaN where it could not judge
 * @param deviation what the thresholds make of the score
 * @param interactiveFeedbackMode whether the sensor was in interactive feedback mode
 */
public record Judgement(
    String detectorId, double score, Deviation deviation, boolean interactiveFeedbackMode) {}
