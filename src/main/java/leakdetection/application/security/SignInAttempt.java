package leakdetection.application.security;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A browser that is at the identity provider. It keeps all of it in a cookie, and only this server
 * can derive from the cookie what the provider gets: so nothing is kept here for strangers who
 * begin and never come back, and nobody can be signed in with an answer that another browser got.
 *
 * @param cookie when it began, something random, and where to go afterwards
 * @param key of this server
 */
public record SignInAttempt(String cookie, String key) {

  /** How long the provider may take. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  static SignInAttempt begin(String key, String next, Instant now) {
    return new SignInAttempt(
        now.getEpochSecond()
            + "."
            + Secrets.random()
            + "."
            + encoded(next.getBytes(StandardCharsets.UTF_8)),
        key);
  }

  /** Goes to the provider and comes back: belongs to this browser. */
  public String state() {
    return derive("state");
  }

  /** Goes to the provider and comes back in the ID token: the token was made for this attempt. */
  public String nonce() {
    return derive("nonce");
  }

  /** Goes to the provider at the end: the code was got by whoever began (PKCE, RFC 7636). */
  public String verifier() {
    return derive("verifier");
  }

  /** Returns where to go afterwards. */
  public String next() {
    String[] parts = cookie.split("\\.");
    return parts.length == 3
        ? new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8)
        : "/";
  }

  /** Tells whether the state is this attempt's, and not too much time has passed. */
  boolean isAnsweredBy(String givenState, Instant now) {
    return givenState != null
        && Secrets.same(state(), givenState)
        && begun()
            .filter(begin -> !begin.isAfter(now))
            .filter(begin -> now.isBefore(begin.plus(LONGEST)))
            .isPresent();
  }

  private Optional<Instant> begun() {
    String seconds = cookie.split("\\.")[0];
    return seconds.matches("\\d{1,12}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  // All that is hashed has the same length, so nothing can be appended to what a provider saw.
  private String derive(String use) {
    return Secrets.hash(key + ":" + use + ":" + Secrets.hash(cookie));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
