package leakdetection.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why the last reading got its score, in figures that a page can draw.
 *
 * @param summary one sentence for an operator
 * @param source where the expected values come from, for example {@code baseline 1203..1346} or the
 *     time of the past stretch
 * @param expected what the detector expected [w], ppmv, aligned so that the last value belongs to
 *     the last reading; empty when the detector has no such curve
 * @param parts contribution of each part of the detector to the score, percent, in the order to
 *     show
 */
public record Explanation(
    String summary, String source, List<Double> expected, Map<String, Double> parts) {

  public Explanation {
    Objects.requireNonNull(summary);
    Objects.requireNonNull(source);
    expected = List.copyOf(expected);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
