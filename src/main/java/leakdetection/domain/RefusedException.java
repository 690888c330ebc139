package leakdetection.domain;

import java.util.List;

/**
 * A wish that the domain refuses. The message states the fact with its values and says what is
 * allowed; the path names the member of the request that it is about.
 */
public class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a wish was refused, which decides the answer's status. */
  public enum Reason {
    /** There is no such thing. */
    UNKNOWN,
    /** The values break a rule. */
    INVALID,
    /** It collides with what is already there. */
    CONFLICT,
    /** It is right, but not possible at the moment. */
    NOT_NOW
  }

  private final Reason reason;
  private final List<String> path;

  /**
   * @param reason why
   * @param path the member of the request, outermost first, for example {@code body, name}; empty
   *     when it is about the whole
   * @param message the fact, with values and units, and what is allowed
   */
  public RefusedException(Reason reason, List<String> path, String message) {
    super(message);
    this.reason = reason;
    this.path = List.copyOf(path);
  }

  /** Returns the refusal of an unknown id of the URL. */
  public static RefusedException unknown(String kind, long id) {
    return new RefusedException(
        Reason.UNKNOWN, List.of("path", "id"), "There is no %s %d.".formatted(kind, id));
  }

  /** Returns the refusal of a member of the body that breaks a rule. */
  public static RefusedException invalid(String member, String message) {
    return new RefusedException(Reason.INVALID, List.of("body", member), message);
  }

  /** Returns the refusal of a member of the body that collides with what is there. */
  public static RefusedException conflict(String member, String message) {
    return new RefusedException(Reason.CONFLICT, List.of("body", member), message);
  }

  public Reason reason() {
    return reason;
  }

  /** Returns the member of the request that it is about, outermost first. */
  public List<String> path() {
    return path;
  }
}
