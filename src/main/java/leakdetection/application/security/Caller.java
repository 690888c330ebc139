package leakdetection.application.security;

import java.security.Principal;
import java.util.Set;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.TokenScope;

/**
 * Whoever sent a request, as far as it was proven.
 *
 * @param userId the user's id; 0 for the demo's anonymous visitor
 * @param name the user's name
 * @param role what the user may do
 * @param proof how it was proven
 * @param key which session or token proved it; empty for the other proofs
 * @param scopes what a token may be used for; empty for the other proofs
 * @param passwordExpired whether another password must be chosen before anything else
 */
public record Caller(
    long userId,
    String name,
    Role role,
    Proof proof,
    String key,
    Set<TokenScope> scopes,
    boolean passwordExpired)
    implements Principal {

  /** The name of the demo's anonymous visitor. */
  public static final String VISITOR = "demo visitor";

  /** How it was proven who calls. */
  public enum Proof {
    /** Nothing was proven: the demo lets everybody on this machine in. */
    DEMO,
    /** The cookie of a session that began with a password or at an identity provider. */
    SESSION,
    /** A password in the request itself. */
    PASSWORD,
    /** An API token. */
    TOKEN
  }

  /** Keeps the scopes from being changed. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Returns the demo's anonymous visitor. */
  public static Caller visitor(Role role) {
    return new Caller(0, VISITOR, role, Proof.DEMO, "", Set.of(), false);
  }

  /** Tells whether a program calls that was given less than its owner's rights. */
  public boolean isToken() {
    return proof == Proof.TOKEN;
  }

  /**
   * Tells whether a browser adds the proof by itself, to requests of foreign pages, too: such
   * requests have to say where they come from.
   */
  public boolean isAmbient() {
    return proof != Proof.TOKEN;
  }

  @Override
  public String getName() {
    return name;
  }
}
