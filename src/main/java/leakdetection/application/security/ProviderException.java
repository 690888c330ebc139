package leakdetection.application.security;

/** An identity provider let nobody in; the message is for the log, never for the browser. */
public final class ProviderException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why nobody was let in, as far as a person may know. */
  public enum Reason {
    /** It cannot be reached, or answers what nobody understands. */
    OUT_OF_REACH,
    /** What the browser brought back does not belong to what it was sent away with. */
    NOT_ASKED,
    /** It does not vouch for whoever it was. */
    NOT_VOUCHED,
    /** The person has no role here. */
    NO_ROLE,
    /** The name is somebody else's here, or the person is locked out. */
    NOT_ADMITTED
  }

  private final Reason reason;

  public ProviderException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public ProviderException(Reason reason, String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
