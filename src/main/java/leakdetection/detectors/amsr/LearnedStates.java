package leakdetection.detectors.amsr;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Series;

/**
 * What was learned last from baselines: sensors that have the same one, and whose first reading
 * comes in the same minute, learn the same, and learning costs a thousand times what a reading
 * does.
 *
 * <p>Thread-safe; of several that ask at once one learns and the others wait for it.
 */
final class LearnedStates {

  /** How many are remembered, about 50 kB each. */
  private static final int MOST = 16;

  private final Map<Key, FutureTask<DetectorSnapshot>> states =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<DetectorSnapshot>> eldest) {
          return size() > MOST;
        }
      };

  /** What the learning depends on; the baseline is the same if its array is. */
  private record Key(
      double[] baseline, Duration interval, Sampling sampling, int refitDays, int minute) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && baseline == that.baseline
          && interval.equals(that.interval)
          && sampling.equals(that.sampling)
          && refitDays == that.refitDays
          && minute == that.minute;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(baseline) + minute;
    }
  }

  /**
   * Returns the state after learning.
   *
   * @param minute of the first live reading
   * @param learning is called unless it is known
   */
  DetectorSnapshot of(
      Training training, int refitDays, int minute, Supplier<DetectorSnapshot> learning) {
    Series baseline = training.baseline();
    Key key = new Key(baseline.ppmv(), baseline.interval(), training.sampling(), refitDays, minute);
    FutureTask<DetectorSnapshot> own = new FutureTask<>(learning::get);
    FutureTask<DetectorSnapshot> state;
    synchronized (states) {
      state = states.computeIfAbsent(key, unknown -> own);
    }
    if (state == own) {
      own.run();
    }
    try {
      return state.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return learning.get();
    } catch (ExecutionException failure) {
      synchronized (states) {
        states.remove(key);
      }
      throw new IllegalStateException("The baseline could not be learned.", failure.getCause());
    }
  }
}
