package leakdetection.application.security;

/** Turns passwords into what may be stored: salted, and slow enough that guessing is no use. */
public interface PasswordHash {

  /**
   * Returns the salted hash of a password, with what is needed to check it; takes 0.1 s or more.
   */
  String of(char[] password);

  /** Tells whether the hash was made of this password; takes as long as making it. */
  boolean matches(char[] password, String hash);
}
