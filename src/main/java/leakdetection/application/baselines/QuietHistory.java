package leakdetection.application.baselines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;

/**
 * What a sensor read while nothing was the matter, as a series.
 *
 * @param ppmv [n], ppmv, oldest first; NaN where readings are missing or were left out, so that no
 *     window spans the place
 * @param upTo time of the last reading looked at, left out or not
 */
record QuietHistory(double[] ppmv, Instant upTo) {

  /**
   * Takes the readings that were neither warnings nor critical nor taken during a procedure.
   *
   * @param judged in the order of their times, not empty
   */
  static QuietHistory of(List<AnomalyDetection> judged) {
    List<Double> series = new ArrayList<>(judged.size());
    Instant last = null;
    for (AnomalyDetection detection : judged) {
      if (isQuiet(detection)) {
        boolean junction =
            last != null && last.plus(BaselineSeries.GAP).isBefore(detection.timestamp());
        if (junction || (last == null && !series.isEmpty())) {
          series.add(Double.NaN);
        }
        series.add(detection.timeSeriesData().ppmv());
        last = detection.timestamp();
      } else {
        last = null;
      }
    }
    return new QuietHistory(
        series.stream().mapToDouble(Double::doubleValue).toArray(),
        judged.get(judged.size() - 1).timestamp());
  }

  private static boolean isQuiet(AnomalyDetection detection) {
    return !detection.isInteractiveFeedbackMode()
        && detection.deviation() != Deviation.WARNING
        && detection.deviation() != Deviation.CRITICAL;
  }
}
