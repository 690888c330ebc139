package leakdetection.application.security;

/**
 * Somebody may no longer be there: signed out, timed out, locked out, changed; or a token ended.
 *
 * @param userId whose access it was
 * @param key the session or token; empty for all of that user
 */
public record AccessEnded(long userId, String key) {

  /** Tells whether it was this caller's access. */
  public boolean concerns(Caller caller) {
    return caller.userId() == userId && (key.isEmpty() || key.equals(caller.key()));
  }
}
