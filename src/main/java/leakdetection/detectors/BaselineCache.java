package leakdetection.detectors;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * What was computed from a baseline, once for all sensors that share its array.
 *
 * <p>Keyed by the identity of the array, because comparing contents would cost as much as it saves,
 * and by a number that stands for the settings it depends on. Softly held, so that memory comes
 * first, and bounded. Thread-safe; two sensors that ask for the same at once wait for one
 * computation.
 *
 * @param <V> immutable or thread-safe
 */
public final class BaselineCache<V> {

  private static final int MOST = 256;

  private final ConcurrentMap<Key, SoftReference<V>> held = new ConcurrentHashMap<>();

  /**
   * Returns what was computed for the array and settings, or computes it.
   *
   * @throws RuntimeException whatever the computation throws; nothing is kept then
   */
  public V get(double[] baseline, long settings, Supplier<V> computation) {
    if (held.size() >= MOST) {
      held.values().removeIf(value -> value.get() == null || held.size() >= MOST);
    }
    Key key = new Key(baseline, settings);
    SoftReference<V> known = held.get(key);
    V value = known == null ? null : known.get();
    return value == null ? compute(key, computation) : value;
  }

  private V compute(Key key, Supplier<V> computation) {
    Result<V> result = new Result<>();
    held.compute(
        key,
        (same, known) -> {
          result.value = known == null ? null : known.get();
          if (result.value != null) {
            return known;
          }
          result.value = computation.get();
          return new SoftReference<>(result.value);
        });
    return result.value;
  }

  /** Carries a value out, strongly held. */
  private static final class Result<V> {
    private V value;
  }

  private static final class Key {

    private final WeakReference<double[]> array;
    private final long settings;
    private final int hash;

    Key(double[] array, long settings) {
      this.array = new WeakReference<>(array);
      this.settings = settings;
      this.hash = 31 * System.identityHashCode(array) + Long.hashCode(settings);
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Key that
              && settings == that.settings
              && array.get() != null
              && array.get() == that.array.get();
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
