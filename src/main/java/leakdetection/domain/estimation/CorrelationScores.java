package leakdetection.domain.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far each candidate stands out by time warping and cross correlation.
 *
 * <p>z-scores (population standard deviation) of the correlations and of the inverse warping
 * distances, their weighted sum, and the z-scores of that.
 *
 * @param correlation z-scores of the correlations [k]
 * @param warping z-scores of the inverse warping distances [k]
 * @param combined z-scores of the weighted sum [k]
 */
record CorrelationScores(double[] correlation, double[] warping, double[] combined) {

  /**
   * Scores candidates.
   *
   * @param correlations [k], finite
   * @param distances mean warping distances [k], positive
   * @param warpingWeight 0 to 1
   */
  static CorrelationScores of(double[] correlations, double[] distances, double warpingWeight) {
    double[] correlation = zScores(correlations);
    double[] warping = zScores(Arrays.stream(distances).map(d -> 1 / d).toArray());
    double[] sum =
        IntStream.range(0, correlations.length)
            .mapToDouble(k -> (1 - warpingWeight) * correlation[k] + warpingWeight * warping[k])
            .toArray();
    return new CorrelationScores(correlation, warping, zScores(sum));
  }

  /** z-scores; all 0 when the values are equal. */
  private static double[] zScores(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double spread = Math.sqrt(variance);
    boolean flat = !(spread > 1e-12 * Math.max(1, Math.abs(mean)));
    return Arrays.stream(values).map(v -> flat ? 0 : (v - mean) / spread).toArray();
  }

  /** Returns the candidates whose combined score exceeds a threshold. */
  List<Integer> extremes(double threshold) {
    return IntStream.range(0, combined.length)
        .filter(k -> combined[k] > threshold)
        .boxed()
        .toList();
  }
}
