package leakdetection.application.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.tsd.TimeSeriesData;

/** Readings as a piece of a baseline. */
final class LearnedStretch {

  private LearnedStretch() {}

  /**
   * Returns the values of readings, with NaN between two that are further apart than {@link
   * BaselineSeries#GAP}, so that no window spans the gap.
   *
   * @param before readings before the stretch
   * @param stretch the readings of the stretch; both in the order of their times
   * @return ppmv
   */
  static double[] of(List<TimeSeriesData> before, List<TimeSeriesData> stretch) {
    List<TimeSeriesData> readings = new ArrayList<>(before);
    readings.addAll(stretch);
    List<Double> ppmv = new ArrayList<>(readings.size());
    Instant last = null;
    for (TimeSeriesData reading : readings) {
      if (last != null && last.plus(BaselineSeries.GAP).isBefore(reading.timestamp())) {
        ppmv.add(Double.NaN);
      }
      ppmv.add(reading.ppmv());
      last = reading.timestamp();
    }
    return ppmv.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
