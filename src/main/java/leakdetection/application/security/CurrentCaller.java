package leakdetection.application.security;

import java.util.Optional;

/**
 * What the present thread does in whose name. Set at the door for the time of a request; the
 * product's own work has none.
 */
public final class CurrentCaller {

  private static final ThreadLocal<Act> ACT = new ThreadLocal<>();

  private CurrentCaller() {}

  /**
   * A request.
   *
   * @param actor the caller's name
   * @param proof how it was proven; empty for nothing
   * @param address the network address it came from
   * @param action what is asked for, such as {@code PATCH /api/sensors/4}
   */
  public record Act(String actor, String proof, String address, String action) {}

  /** Begins to act in somebody's name. */
  public static void begin(Act act) {
    ACT.set(act);
  }

  /** Ends what was begun. */
  public static void end() {
    ACT.remove();
  }

  /** Returns what this thread does in whose name; empty for the product's own work. */
  public static Optional<Act> act() {
    return Optional.ofNullable(ACT.get());
  }
}
