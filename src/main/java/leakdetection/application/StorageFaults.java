package leakdetection.application;

import java.util.Optional;

/** Knows the failures of the store, so that a caller can be told what is the matter. */
@FunctionalInterface
public interface StorageFaults {

  /**
   * Explains a failure for the caller, and what to do: wait, or something else.
   *
   * @return empty when it is not the store's
   */
  Optional<String> explain(Throwable failure);
}
