package leakdetection.domain.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import leakdetection.domain.Names;
import leakdetection.domain.RefusedException;

/**
 * What a program proves itself with, in its owner's name. Only its hash is kept: whoever reads the
 * database cannot use it, and it cannot be shown again.
 */
@Entity
@Table(name = "api_tokens")
public class ApiToken {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "user_id", nullable = false)
  private long userId;

  @Column(nullable = false)
  private String name;

  @Column(name = "token_hash", nullable = false)
  private String hash;

  @Column(nullable = false)
  private String scopes;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected ApiToken() {}

  /**
   * @param userId the owner
   * @param name what it is for
   * @param hash SHA-256 of the token, hexadecimal
   * @param scopes what it may be used for, at least one
   * @param expiresAt when it ends, after {@code createdAt}
   */
  public ApiToken(
      long userId,
      String name,
      String hash,
      Set<TokenScope> scopes,
      Instant createdAt,
      Instant expiresAt) {
    if (scopes.isEmpty()) {
      throw RefusedException.invalid(
          "scopes", "The token needs a scope: push, read or write, or several of them.");
    }
    this.userId = userId;
    this.name = Names.checked(name);
    this.hash = hash;
    this.scopes = scopes.stream().map(TokenScope::label).sorted().collect(Collectors.joining(","));
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  /** Ends it for ever; nothing happens if it has ended so before. */
  public void revoke(Instant at) {
    if (revokedAt == null) {
      this.revokedAt = at;
    }
  }

  /** Tells whether it can be used at a time. */
  public boolean isValid(Instant at) {
    return revokedAt == null && at.isBefore(expiresAt);
  }

  public long id() {
    return id;
  }

  public long userId() {
    return userId;
  }

  public String name() {
    return name;
  }

  /** Returns the SHA-256 of the token, hexadecimal. */
  public String hash() {
    return hash;
  }

  /** Returns what it may be used for. */
  public Set<TokenScope> scopes() {
    return Arrays.stream(scopes.split(","))
        .flatMap(label -> TokenScope.find(label).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Returns when it was used last, to the minute; empty before that. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }
}
