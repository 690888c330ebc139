package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;

/**
 * How the first administrator comes in, without a password that everybody knows: with a key that
 * the start prints, that works once, and that the next start replaces.
 */
@ApplicationScoped
public class FirstAdministrator {

  @Inject UserRegistry users;

  private String key;

  /** Makes the key, unless there is an administrator. */
  public synchronized Optional<String> makeKey() {
    key = users.hasAdministrator() ? null : Secrets.random();
    return Optional.ofNullable(key);
  }

  /** Tells whether everything waits for the first administrator. */
  public boolean isAwaited() {
    return !users.hasAdministrator();
  }

  /**
   * Makes the first administrator.
   *
   * @param givenKey what the start printed
   * @throws RefusedException if the key is wrong or was used, or the name or the password breaks a
   *     rule
   */
  public synchronized User setUp(String givenKey, String name, String password) {
    if (key == null || users.hasAdministrator()) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("body", "key"),
          "There is an administrator already. Ask them to let you in.");
    }
    if (givenKey == null || !Secrets.same(key, givenKey)) {
      throw RefusedException.invalid(
          "key", "The key is not the one that this start of the server printed.");
    }
    User user = users.add(users.withPassword(name, Role.ADMINISTRATOR, password));
    key = null;
    return user;
  }
}
