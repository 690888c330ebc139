package leakdetection.application.sensors;

import java.time.Instant;
import java.util.Optional;

/**
 * A sensor as an overview shows it.
 *
 * @param id the sensor's
 * @param name its plant tag
 * @param field the field's label
 * @param templateId the template's id
 * @param template the template's name
 * @param state what was judged last
 * @param score the score of that judgement, percent; NaN where there is none
 * @param timestamp time of the newest reading that may be judged; empty before the first
 * @param trend the newest readings in the order of their times, ppmv; the last one is of {@code
 *     timestamp}
 */
public record SensorStatus(
    long id,
    String name,
    String field,
    long templateId,
    String template,
    SensorState state,
    double score,
    Optional<Instant> timestamp,
    double[] trend) {

  /** Returns the newest reading, ppmv; NaN before the first. */
  public double ppmv() {
    return trend.length == 0 ? Double.NaN : trend[trend.length - 1];
  }
}
