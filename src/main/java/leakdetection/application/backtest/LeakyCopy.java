package leakdetection.application.backtest;

import java.util.List;

/**
 * The test part of a sensor once more, with leaks added.
 *
 * @param readings the recorded readings plus the leaks
 * @param leaks the leaks
 */
public record LeakyCopy(History readings, List<InjectedLeak> leaks) {

  public LeakyCopy {
    leaks = List.copyOf(leaks);
  }
}
