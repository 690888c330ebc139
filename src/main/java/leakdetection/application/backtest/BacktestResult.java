package leakdetection.application.backtest;

import java.util.List;

/**
 * Detectors side by side.
 *
 * @param detectors figures of those that went through all streams, in the order of the plan
 * @param failures those that did not; a part of the streams would not compare
 */
public record BacktestResult(List<DetectorFigures> detectors, List<Failure> failures) {

  public BacktestResult {
    detectors = List.copyOf(detectors);
    failures = List.copyOf(failures);
  }

  /**
   * A detector that could not be made or broke its contract.
   *
   * @param name the contender's name
   * @param stream the stream on which it failed first
   * @param reason what happened, one sentence
   */
  public record Failure(String name, String stream, String reason) {}
}
