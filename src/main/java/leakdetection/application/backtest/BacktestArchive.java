package leakdetection.application.backtest;

import java.util.Optional;

/** Keeps what came of backtests, as the texts in which it is given out. */
public interface BacktestArchive {

  /** Keeps a result. */
  void keep(long jobId, BacktestResult result);

  /** Returns the result of a job as a JSON object. */
  Optional<String> json(long jobId);

  /** Returns the figures of a job as CSV. */
  Optional<String> csv(long jobId);
}
