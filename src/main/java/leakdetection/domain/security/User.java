package leakdetection.domain.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import leakdetection.domain.RefusedException;

/**
 * A person who may sign in: with a password, or at an identity provider, which knows them by a
 * subject. A user is never removed, because the audit log speaks of them, but can be locked out.
 */
@Entity
@Table(name = "users")
public class User {

  private static final int LONGEST_NAME = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Role role;

  @Column(name = "password_hash")
  private String passwordHash;

  private String subject;

  @Column(nullable = false)
  private boolean enabled;

  @Column(name = "password_expired", nullable = false)
  private boolean passwordExpired;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected User() {}

  private User(String name, Role role, Instant createdAt) {
    this.name = checked(name);
    this.role = role;
    this.enabled = true;
    this.createdAt = createdAt;
  }

  /** Returns a user who signs in with a password. */
  public static User withPassword(String name, Role role, String passwordHash, Instant at) {
    User user = new User(name, role, at);
    user.passwordHash = passwordHash;
    return user;
  }

  /** Returns a user whom an identity provider vouches for. */
  public static User ofProvider(String name, Role role, String subject, Instant at) {
    User user = new User(name, role, at);
    user.subject = subject;
    return user;
  }

  private static String checked(String name) {
    String trimmed = name == null ? "" : name.strip();
    if (!isName(trimmed)) {
      throw RefusedException.invalid(
          "name",
          "The name must be letters, digits and . _ @ - only, begin with a letter or a digit, and"
              + " be at most %d characters long.".formatted(LONGEST_NAME));
    }
    return trimmed;
  }

  /** Tells whether a user may be called so. */
  public static boolean isName(String text) {
    return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*") && text.length() <= LONGEST_NAME;
  }

  /** Returns the form of a name in which no two users are alike. */
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  public void promote(Role newRole) {
    this.role = newRole;
  }

  /** Lets the user in again. */
  public void admit() {
    this.enabled = true;
  }

  /** Keeps the user out until further notice. */
  public void lockOut() {
    this.enabled = false;
  }

  /** Replaces the password by one that the user chose. */
  public void choosePassword(String hash) {
    this.passwordHash = hash;
    this.passwordExpired = false;
  }

  /** Replaces the password by one that somebody else knows: the user must choose another. */
  public void expirePassword(String hash) {
    this.passwordHash = hash;
    this.passwordExpired = true;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Role role() {
    return role;
  }

  /** Returns the salted hash of the password; empty for users of an identity provider. */
  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Returns by what an identity provider knows the user; empty for users with a password. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  public boolean isEnabled() {
    return enabled;
  }

  /** Tells whether the user must choose another password before anything else. */
  public boolean isPasswordExpired() {
    return passwordExpired;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
