package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import leakdetection.application.Writer;
import leakdetection.application.security.Caller.Proof;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.ApiToken;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.TokenRepository;
import leakdetection.domain.security.TokenScope;
import leakdetection.domain.security.User;

/**
 * What programs prove themselves with. Looked up by hash in memory, so that a token costs a request
 * next to nothing; when one was used last is written down once a minute.
 */
@ApplicationScoped
public class ApiTokens {

  private static final String PREFIX = "ld_";
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  @Inject Writer writer;
  @Inject TokenRepository repository;
  @Inject UserDirectory users;
  @Inject Clock clock;
  @Inject Event<AccessEnded> ended;

  private volatile Map<String, ApiToken> byHash;
  private final Map<Long, Instant> lastUses = new ConcurrentHashMap<>();

  /**
   * A new token.
   *
   * @param token what is known of it later
   * @param secret what the program sends; shown now and never again
   */
  public record Issued(ApiToken token, String secret) {}

  /**
   * Issues a token in the caller's name.
   *
   * @param name what it is for
   * @param life how long it can be used, from a minute to 366 days
   * @throws RefusedException if a value breaks a rule
   */
  public Issued issue(Caller caller, String name, Set<TokenScope> scopes, Duration life) {
    if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
      throw RefusedException.invalid(
          "expiresAt", "The token must end within 366 days, and not before a minute has passed.");
    }
    String secret = PREFIX + Secrets.random();
    Instant now = clock.instant();
    ApiToken token =
        writer.write(
            () ->
                repository.add(
                    new ApiToken(
                        caller.userId(), name, Secrets.hash(secret), scopes, now, now.plus(life))),
            added -> byHash = null);
    return new Issued(token, secret);
  }

  /** Returns the caller's tokens, newest first; an administrator sees everybody's. */
  public List<ApiToken> ofCaller(Caller caller) {
    return repository.all().stream()
        .filter(token -> mayHandle(caller, token))
        .sorted((one, other) -> Long.compare(other.id(), one.id()))
        .toList();
  }

  /** Returns when a token was used last, as far as it is known by now. */
  public Optional<Instant> lastUse(ApiToken token) {
    return Optional.ofNullable(lastUses.get(token.id())).or(token::lastUsedAt);
  }

  /** Returns the name of a token's owner. */
  public String owner(ApiToken token) {
    return users.find(token.userId()).map(User::name).orElse("");
  }

  /**
   * Ends a token at once, and the streams that it opened.
   *
   * @throws RefusedException if the caller has no such token
   */
  public void revoke(Caller caller, long id) {
    ApiToken revoked =
        writer.write(
            () -> {
              ApiToken token =
                  repository
                      .find(id)
                      .filter(found -> mayHandle(caller, found))
                      .orElseThrow(() -> RefusedException.unknown("token", id));
              token.revoke(clock.instant());
              return token;
            },
            token -> byHash = null);
    ended.fire(new AccessEnded(revoked.userId(), key(revoked)));
  }

  /** Finds who has the token. */
  public Optional<Caller> find(String secret) {
    ApiToken token = tokens().get(Secrets.hash(secret));
    Instant now = clock.instant();
    if (token == null || !token.isValid(now)) {
      return Optional.empty();
    }
    Optional<User> owner = users.find(token.userId()).filter(User::isEnabled);
    owner.ifPresent(user -> lastUses.put(token.id(), now));
    return owner.map(user -> caller(user, token));
  }

  /** Tells whether the token of a key can still be used. */
  public boolean isValid(String key) {
    Instant now = clock.instant();
    return tokens().values().stream()
        .anyMatch(token -> key(token).equals(key) && token.isValid(now));
  }

  private static Caller caller(User user, ApiToken token) {
    return new Caller(
        user.id(), user.name(), user.role(), Proof.TOKEN, key(token), token.scopes(), false);
  }

  private static String key(ApiToken token) {
    return "token " + token.id();
  }

  private static boolean mayHandle(Caller caller, ApiToken token) {
    return caller.role() == Role.ADMINISTRATOR || token.userId() == caller.userId();
  }

  /** Writes down when tokens were used; to be called now and then. */
  public void noteUses() {
    Map<Long, Instant> uses = new HashMap<>(lastUses);
    if (!uses.isEmpty()) {
      writer.submit(
          () -> {
            repository.noteUse(uses);
            return uses;
          },
          written -> written.forEach(lastUses::remove));
    }
  }

  void forget(@Observes AccessEnded event) {
    byHash = null;
  }

  private Map<String, ApiToken> tokens() {
    Map<String, ApiToken> known = byHash;
    if (known == null) {
      known =
          repository.all().stream().collect(Collectors.toMap(ApiToken::hash, Function.identity()));
      byHash = known;
    }
    return known;
  }
}
