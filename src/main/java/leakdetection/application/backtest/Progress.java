package leakdetection.application.backtest;

import java.util.concurrent.CancellationException;

/** Whoever watches a long run, and may end it. Called from several threads, one at a time. */
public interface Progress {

  /** Watches nothing and never ends the run. */
  Progress UNWATCHED = (share, doing) -> {};

  /**
   * Says how far the run is.
   *
   * @param share of the work that is done, 0 to 1, never falling
   * @param doing what was done last, a few words
   */
  void advanced(double share, String doing);

  /** Tells whether the run is to end; asked every few readings, from any of its threads. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * Ends the run where it is to end.
   *
   * @throws CancellationException if it is
   */
  default void endIfCancelled() {
    if (isCancelled()) {
      throw new CancellationException("The backtest was cancelled.");
    }
  }
}
