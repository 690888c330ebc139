package leakdetection.application.backtest;

import java.io.IOException;

/** Where a trial comes from; loaded when its turn comes, so that one at a time is in memory. */
public interface TrialSource {

  /** Returns the name of the trial's stream. */
  String stream();

  /** Returns how much work it is compared with the others, for the progress; positive. */
  double weight();

  /**
   * Reads or makes the trial, always the same one.
   *
   * @throws BrokenFileException if a file does not hold what it should
   * @throws IOException if a file cannot be read
   */
  Trial load() throws IOException;
}
