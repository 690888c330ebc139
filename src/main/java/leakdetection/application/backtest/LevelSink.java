package leakdetection.application.backtest;

import java.io.IOException;

/** Takes every level of a backtest, series by series. */
public interface LevelSink {

  /**
   * Takes the levels of one series; called by one thread, contender after contender and series
   * after series in the order of the trial.
   *
   * @param contender the detector that judged
   * @param readings the series that was judged; its name is the series' name
   * @param levels [n], percent; NaN where the detector could not judge or did not see the reading
   * @throws IOException if they cannot be kept; the backtest ends with it
   */
  void take(Contender contender, History readings, double[] levels) throws IOException;
}
