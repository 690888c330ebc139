package leakdetection.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Collects what is wrong with a wish, so that a person learns of all of it at once.
 *
 * <p>Of several refusals about the same member only the first counts. Not thread-safe.
 */
public final class Refusals {

  private RefusedException first;

  /** Adds a refusal. */
  public void add(RefusedException refusal) {
    for (RefusedException part : of(refusal)) {
      if (first == null) {
        first = part;
      } else if (of(first).stream().noneMatch(known -> known.path().equals(part.path()))) {
        first.addSuppressed(part);
      }
    }
  }

  /** Tries a rule and keeps what it refuses. */
  public void check(Runnable rule) {
    try {
      rule.run();
    } catch (RefusedException refusal) {
      add(refusal);
    }
  }

  /**
   * @throws RefusedException the first refusal, which carries the others, if there was one
   */
  public void throwIfAny() {
    if (first != null) {
      throw first;
    }
  }

  /** Returns the refusal and those that it carries. */
  public static List<RefusedException> of(RefusedException refusal) {
    return Stream.concat(
            Stream.of(Objects.requireNonNull(refusal)),
            Stream.of(refusal.getSuppressed())
                .filter(RefusedException.class::isInstance)
                .map(RefusedException.class::cast))
        .toList();
  }
}
