package leakdetection.application.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.security.User;

/**
 * Who is signed in. A session begins with a secret that was never used before, ends when it is not
 * used for a while and after some hours in any case, and does not survive the server. Thread-safe.
 */
@ApplicationScoped
public class Sessions {

  @Inject UserDirectory users;
  @Inject ProductSettings settings;
  @Inject Clock clock;
  @Inject Event<AccessEnded> ended;

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  private static final class Session {
    final long userId;
    final Instant begin;
    volatile Instant used;

    Session(long userId, Instant begin) {
      this.userId = userId;
      this.begin = begin;
      this.used = begin;
    }
  }

  /** Begins a session and returns its secret, of which only the hash is kept. */
  String begin(User user) {
    String secret = Secrets.random();
    sessions.put(Secrets.hash(secret), new Session(user.id(), clock.instant()));
    return secret;
  }

  /** Finds who has the secret; that uses the session. */
  public Optional<Caller> find(String secret) {
    return use(Secrets.hash(secret));
  }

  /** Uses the session of a key, and returns whose it is; empty if it has ended. */
  public Optional<Caller> use(String key) {
    Session session = sessions.get(key);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<User> user = users.find(session.userId).filter(User::isEnabled);
    if (user.isEmpty() || isOver(session, now)) {
      end(key);
      return Optional.empty();
    }
    session.used = now;
    return user.map(known -> caller(known, key));
  }

  private static Caller caller(User user, String key) {
    return new Caller(
        user.id(),
        user.name(),
        user.role(),
        Proof.SESSION,
        key,
        Set.of(),
        user.isPasswordExpired());
  }

  private boolean isOver(Session session, Instant now) {
    return now.isAfter(session.used.plus(settings.security().idle()))
        || now.isAfter(session.begin.plus(settings.security().longest()));
  }

  /** Ends a session, and the streams that it opened. */
  public void end(String key) {
    Session session = sessions.remove(key);
    if (session != null) {
      ended.fire(new AccessEnded(session.userId, key));
    }
  }

  /** Ends all sessions of a user but one. */
  void endOthers(long userId, String kept) {
    sessions.forEach(
        (key, session) -> {
          if (session.userId == userId && !key.equals(kept)) {
            end(key);
          }
        });
  }

  /** Ends the sessions that are over; to be called now and then. */
  public void sweep() {
    Instant now = clock.instant();
    sessions.forEach(
        (key, session) -> {
          if (isOver(session, now)) {
            end(key);
          }
        });
  }
}
