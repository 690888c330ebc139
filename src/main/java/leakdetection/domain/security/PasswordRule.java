package leakdetection.domain.security;

import java.util.Locale;
import leakdetection.domain.RefusedException;

/**
 * What a password must be: long, rather than full of odd characters (NIST SP 800-63B), and nothing
 * that is tried first.
 */
public final class PasswordRule {

  /** The fewest characters. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 200;
  private static final int DISTINCT = 5;

  private PasswordRule() {}

  /**
   * @param member the member of the request that holds it
   * @param password what a user wants as a password
   * @param name the user's name
   * @throws RefusedException if it is too short, too long, too uniform or holds the name
   */
  public static void check(String member, String password, String name) {
    if (password == null
        || password.length() < SHORTEST
        || password.length() > LONGEST
        || password.chars().distinct().count() < DISTINCT
        || password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
      throw RefusedException.invalid(
          member,
          "The password must be %d to %d characters long, of %d different ones at least, and must not hold the name."
              .formatted(SHORTEST, LONGEST, DISTINCT));
    }
  }
}
