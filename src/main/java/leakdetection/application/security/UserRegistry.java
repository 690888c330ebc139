package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.PasswordRule;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;
import leakdetection.domain.security.UserRepository;

/** Keeps the users. There is always an administrator who may sign in, once there was one. */
@ApplicationScoped
public class UserRegistry {

  @Inject Writer writer;
  @Inject UserRepository repository;
  @Inject UserDirectory directory;
  @Inject PasswordHash hashes;
  @Inject Sessions sessions;
  @Inject SignIn signIn;
  @Inject Clock clock;
  @Inject Event<AccessEnded> ended;

  /** Returns the users by name. */
  public List<User> all() {
    return directory.all().stream().sorted(Comparator.comparing(User::name)).toList();
  }

  /**
   * @throws RefusedException if there is no such user
   */
  public User get(long id) {
    return directory.find(id).orElseThrow(() -> RefusedException.unknown("user", id));
  }

  /** Tells whether there is an administrator who may sign in. */
  public boolean hasAdministrator() {
    return directory.hasAdministrator();
  }

  /**
   * Adds a user.
   *
   * @param password the first one; the user must choose another at the first sign-in
   * @throws RefusedException if the name is taken, or the name or the password breaks a rule
   */
  public User add(String name, Role role, String password) {
    User user = withPassword(name, role, password);
    user.expirePassword(user.passwordHash().orElseThrow());
    return add(user);
  }

  /**
   * A new user with the first password.
   *
   * @param password not kept: the user needs it once
   */
  public record Invited(User user, String password) {}

  /**
   * Adds a user with a password of the product's choice.
   *
   * @throws RefusedException if the name is taken or breaks a rule
   */
  public Invited invite(String name, Role role) {
    String password = Secrets.password();
    return new Invited(add(name, role, password), password);
  }

  User withPassword(String name, Role role, String password) {
    User checked = User.withPassword(name, role, "", clock.instant());
    PasswordRule.check("password", password, checked.name());
    refuseTaken(checked.name());
    return User.withPassword(
        checked.name(), role, hashes.of(password.toCharArray()), clock.instant());
  }

  User add(User user) {
    return writer.write(
        () -> {
          refuseTaken(user.name());
          return repository.add(user);
        },
        added -> directory.forget());
  }

  private void refuseTaken(String name) {
    if (directory.findByName(name).isPresent()) {
      throw RefusedException.conflict("name", "There already is a user %s.".formatted(name));
    }
  }

  /**
   * Lets in whom an identity provider vouches for; the role is what the provider says now.
   *
   * @param subject by what the provider knows the user
   * @throws RefusedException if the user was locked out, or the name is somebody else's
   */
  public User admitVouched(String subject, String name, Role role) {
    Optional<User> known = directory.findBySubject(subject);
    if (known.isEmpty()) {
      return add(User.ofProvider(name, role, subject, clock.instant()));
    }
    User user = known.get();
    if (!user.isEnabled()) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW, List.of(), "%s is locked out.".formatted(user.name()));
    }
    return user.role() == role ? user : change(user.id(), Optional.of(role), Optional.empty());
  }

  /**
   * Gives a user another role, locks them out or lets them in again; their sessions end.
   *
   * @throws RefusedException if there is no such user, or no administrator would be left
   */
  public User change(long id, Optional<Role> role, Optional<Boolean> enabled) {
    return change(
        id,
        user -> {
          role.ifPresent(user::promote);
          enabled.ifPresent(yes -> setEnabled(user, yes));
        });
  }

  private static void setEnabled(User user, boolean enabled) {
    if (enabled) {
      user.admit();
    } else {
      user.lockOut();
    }
  }

  /**
   * Gives a user another password, of which the user must choose a new one at the next sign-in.
   *
   * @return the password, which is not kept
   * @throws RefusedException if there is no such user
   */
  public String resetPassword(long id) {
    get(id);
    String password = Secrets.password();
    String hash = hashes.of(password.toCharArray());
    change(id, user -> user.expirePassword(hash));
    return password;
  }

  /**
   * Replaces the caller's own password; the caller's other sessions end.
   *
   * @param address where the caller is
   * @throws SignInRefusedException if the old one is wrong
   * @throws RefusedException if the new one breaks a rule or is the old one
   */
  public void choosePassword(Caller caller, String old, String chosen, String address)
      throws SignInRefusedException {
    User user = signIn.check(caller.name(), old, address);
    PasswordRule.check("new", chosen, user.name());
    if (chosen.equals(old)) {
      throw RefusedException.invalid("new", "The new password must differ from the old one.");
    }
    String hash = hashes.of(chosen.toCharArray());
    writer.write(
        () -> {
          stored(user.id()).choosePassword(hash);
          return user.id();
        },
        id -> directory.forget());
    sessions.endOthers(user.id(), caller.key());
    signIn.forgetPasswords();
  }

  private User change(long id, Consumer<User> change) {
    User changed =
        writer.write(
            () -> {
              User user = stored(id);
              change.accept(user);
              refuseWithoutAdministrator(user);
              return user;
            },
            user -> directory.forget());
    sessions.endOthers(id, "");
    ended.fire(new AccessEnded(id, ""));
    return changed;
  }

  private void refuseWithoutAdministrator(User changed) {
    boolean left =
        UserDirectory.isAdministrator(changed)
            || directory.all().stream()
                .anyMatch(user -> user.id() != changed.id() && UserDirectory.isAdministrator(user));
    if (!left) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("body"),
          "%s is the last administrator who may sign in. Make another one first."
              .formatted(changed.name()));
    }
  }

  private User stored(long id) {
    return repository.find(id).orElseThrow(() -> RefusedException.unknown("user", id));
  }
}
