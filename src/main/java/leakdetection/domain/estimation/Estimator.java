package leakdetection.domain.estimation;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import leakdetection.domain.simulation.PlumeModel;

/** Finds the leak that explains the readings of a window. Stateless and thread-safe. */
public interface Estimator {

  /** Returns the identifier, lower case. */
  String id();

  /** Returns a number that grows whenever the same window would get another answer. */
  default int version() {
    return 1;
  }

  /**
   * Weighs all candidates.
   *
   * <p>Works on the caller's thread, and on the executor's too where it has threads to spare; the
   * answer does not depend on them. Interrupting the caller ends the estimation at the next
   * candidate.
   *
   * @param task the window
   * @param model how gas spreads
   * @param executor of helping threads; {@code Runnable::run} for none
   * @throws IllegalArgumentException if the model does not suit the site or no current was measured
   * @throws CancellationException if the caller was interrupted
   */
  Estimation estimate(EstimationTask task, PlumeModel model, Executor executor);
}
