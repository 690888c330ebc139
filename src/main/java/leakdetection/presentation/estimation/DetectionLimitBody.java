package leakdetection.presentation.estimation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import leakdetection.application.estimation.DetectionLimits;
import leakdetection.domain.simulation.DetectionLimit;
import leakdetection.domain.simulation.MapGrid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Detection limits as they are answered; null where no rate is seen.
 *
 * @param x of the columns, m
 * @param y of the rows, m
 * @param height of the leaks, m
 * @param rateKgPerS smallest rate that is seen, by row and column
 * @param delaySeconds how long that takes, by row and column
 * @param sensor that is first to see it, by row and column
 * @param smallest of all rates; null when none is seen anywhere
 * @param from first of the currents
 * @param to last of the currents
 */
@Schema(name = "DetectionLimits")
public record DetectionLimitBody(
    List<Double> x,
    List<Double> y,
    double height,
    List<List<Double>> rateKgPerS,
    List<List<Long>> delaySeconds,
    List<List<String>> sensor,
    Double smallest,
    List<ThresholdBody> thresholds,
    Instant from,
    Instant to,
    String model,
    List<String> notes) {

  static DetectionLimitBody of(DetectionLimits limits) {
    MapGrid grid = limits.grid();
    return new DetectionLimitBody(
        IntStream.range(0, grid.columns()).mapToObj(grid::x).toList(),
        IntStream.range(0, grid.rows()).mapToObj(grid::y).toList(),
        grid.height(),
        byRow(limits, limit -> limit.seen() ? limit.rate() : null),
        byRow(limits, limit -> limit.delay().map(Duration::toSeconds).orElse(null)),
        byRow(limits, limit -> limit.seen() ? limits.sensors().get(limit.sensor()).sensor() : null),
        limits.limits().stream()
            .filter(DetectionLimit::seen)
            .map(DetectionLimit::rate)
            .min(Double::compare)
            .orElse(null),
        limits.sensors().stream().map(ThresholdBody::of).toList(),
        limits.from(),
        limits.from().plus(limits.length()),
        limits.model(),
        limits.notes());
  }

  private static <T> List<List<T>> byRow(
      DetectionLimits limits, Function<DetectionLimit, T> value) {
    List<List<T>> rows = new ArrayList<>();
    for (int row = 0; row < limits.grid().rows(); row++) {
      // Not toList(): it refuses null.
      List<T> cells = new ArrayList<>();
      for (int column = 0; column < limits.grid().columns(); column++) {
        cells.add(value.apply(limits.limits().get(row * limits.grid().columns() + column)));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** What a sensor needs as it is answered; null when nothing is seen by it. */
  @Schema(name = "SensorThreshold")
  public record ThresholdBody(String sensor, String detector, Double ppmv) {

    static ThresholdBody of(DetectionLimits.SensorThreshold threshold) {
      return new ThresholdBody(
          threshold.sensor(),
          threshold.detector().isEmpty() ? null : threshold.detector(),
          Double.isFinite(threshold.ppmv()) ? threshold.ppmv() : null);
    }
  }

  /** The answer to who asks for detection limits. */
  @Schema(
      name = "DetectionLimitAnswer",
      examples =
          """
          {"result": {"x": [-2.0, 2.0], "y": [0.0], "height": 1.5,
                      "rateKgPerS": [[0.000029, null]], "delaySeconds": [[7200, null]],
                      "sensor": [["19XT2116", null]], "smallest": 0.000029,
                      "thresholds": [{"sensor": "19XT2116", "detector": "matrix-profile",
                                      "ppmv": 92.4}],
                      "from": "2025-09-29T23:50:00Z", "to": "2025-09-30T23:50:00Z",
                      "model": "plume2d", "notes": []}}""")
  public record DetectionLimitAnswer(DetectionLimitBody result) {}
}
