package leakdetection.application.detection;

import java.util.Optional;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * What a detector gets to see: a reading, or the mean of an interval of them.
 *
 * @param reading the reading, or the last one of the interval; its time counts
 * @param ppmv the value to be judged
 * @param interval the interval; empty for a single reading
 */
record Sample(TimeSeriesData reading, double ppmv, Optional<JudgedInterval> interval) {

  static Sample of(TimeSeriesData reading) {
    return new Sample(reading, reading.ppmv(), Optional.empty());
  }

  static Sample of(TimeSeriesData last, JudgedInterval interval) {
    return new Sample(last, interval.mean(), Optional.of(interval));
  }

  /** Returns what was judged before. */
  static Sample of(AnomalyDetection detection) {
    return detection
        .interval()
        .map(interval -> of(detection.timeSeriesData(), interval))
        .orElseGet(() -> of(detection.timeSeriesData()));
  }

  /**
   * Tells whether a detector may see it: a reading may have been corrected to an unusable value.
   */
  boolean isUsable() {
    return Double.isFinite(ppmv) && (interval.isPresent() || reading.isJudged());
  }
}
