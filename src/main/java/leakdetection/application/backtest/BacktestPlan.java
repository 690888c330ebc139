package leakdetection.application.backtest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a backtest compares on what.
 *
 * @param contenders at least one, with different names
 * @param trials at least one
 * @param seed of the resampling behind the interval of the smallest leak
 * @param levels takes all levels, if somebody wants them
 */
public record BacktestPlan(
    List<Contender> contenders, List<TrialSource> trials, long seed, Optional<LevelSink> levels) {

  /**
   * @throws IllegalArgumentException if there is nothing to compare or two contenders share a name
   */
  public BacktestPlan {
    contenders = List.copyOf(contenders);
    trials = List.copyOf(trials);
    if (contenders.isEmpty() || trials.isEmpty()) {
      throw new IllegalArgumentException(
          "A backtest needs at least one detector and one stream, not %d and %d."
              .formatted(contenders.size(), trials.size()));
    }
    Set<String> names = new HashSet<>();
    for (Contender contender : contenders) {
      if (!names.add(contender.name())) {
        throw new IllegalArgumentException(
            "Two detectors of a backtest are called %s; give each its own name."
                .formatted(contender.name()));
      }
    }
  }
}
