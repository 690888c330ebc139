package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakdetection.application.security.UserRegistry;
import leakdetection.application.security.UserRegistry.Invited;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;
import leakdetection.presentation.web.PageView;

/** What {@code security/users.xhtml} shows and changes. */
@Named
@RequestScoped
public class UsersView {

  @Inject UserRegistry users;
  @Inject PageView page;

  private String name = "";
  private String role = Role.VIEWER.label();
  private String problem = "";
  private String secret = "";
  private String secretOf = "";

  /** A user as the page shows it. */
  public record Row(
      long id,
      String name,
      String roleLabel,
      String role,
      String state,
      boolean enabled,
      boolean passwordHere) {}

  /** A role and how people call it. */
  public record Word(String label, String word) {}

  public List<Row> getUsers() {
    return users.all().stream().map(this::row).toList();
  }

  private Row row(User user) {
    String state =
        !user.isEnabled()
            ? "security.lockedOut"
            : user.isPasswordExpired() ? "security.mustChoose" : "security.enabled";
    return new Row(
        user.id(),
        user.name(),
        user.role().label(),
        word(user.role()),
        page.texts().get(state),
        user.isEnabled(),
        user.passwordHash().isPresent());
  }

  public List<Word> getRoles() {
    return Arrays.stream(Role.values()).map(each -> new Word(each.label(), word(each))).toList();
  }

  private String word(Role each) {
    return page.texts().get("role." + each.label());
  }

  /** Adds a user with a password that is shown once. */
  public void add() {
    attempt(
        () -> {
          Invited invited = users.invite(name, Role.find(role).orElse(Role.VIEWER));
          tell(invited.user(), invited.password());
          name = "";
        });
  }

  /** Gives a user another role. */
  public void promote(long id, String newRole) {
    attempt(() -> users.change(id, Role.find(newRole), Optional.empty()));
  }

  /** Gives a user another password, shown once. */
  public void reset(long id) {
    attempt(() -> tell(users.get(id), users.resetPassword(id)));
  }

  /** Locks a user out, or lets them in again. */
  public void toggle(long id) {
    attempt(() -> users.change(id, Optional.empty(), Optional.of(!users.get(id).isEnabled())));
  }

  private void tell(User user, String password) {
    secret = password;
    secretOf = user.name();
  }

  private void attempt(Runnable change) {
    try {
      change.run();
    } catch (RefusedException refused) {
      problem = page.texts().told(refused.getMessage());
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public String getProblem() {
    return problem;
  }

  /** Returns the password that was just made; empty otherwise. */
  public String getSecret() {
    return secret;
  }

  public String getSecretFor() {
    return page.texts().get("security.passwordOnce", secretOf);
  }
}
