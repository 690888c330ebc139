package leakdetection.application.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import leakdetection.application.Writer;
import leakdetection.application.security.AuditTrail.Change;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.security.CurrentCaller.Act;
import leakdetection.domain.security.User;

/**
 * Lets people in who know their password.
 *
 * <p>Checking one takes a tenth of a second of a processor on purpose. So few are checked at once,
 * failures make the next try wait, per account and per address, and what was right a moment ago is
 * remembered, as a keyed hash, for programs that send the password with each request.
 */
@ApplicationScoped
public class SignIn {

  private static final int FREE_FAILURES_OF_ACCOUNT = 5;
  private static final int FREE_FAILURES_OF_ADDRESS = 20;
  private static final int AT_ONCE = 2;
  private static final int REMEMBERED = 1000;
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

  @Inject UserDirectory users;
  @Inject PasswordHash hashes;
  @Inject Sessions sessions;
  @Inject AuditTrail trail;
  @Inject Writer writer;
  @Inject Clock clock;

  private final Semaphore checks = new Semaphore(AT_ONCE);
  private final String key = Secrets.random();
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
  private Throttle accounts;
  private Throttle addresses;
  private volatile String nobodysHash;

  private record Remembered(long userId, Instant until) {}

  @PostConstruct
  void prepare() {
    accounts = new Throttle(clock, FREE_FAILURES_OF_ACCOUNT);
    addresses = new Throttle(clock, FREE_FAILURES_OF_ADDRESS);
  }

  /**
   * Begins a session.
   *
   * @param address where the person is
   * @return the session's secret
   */
  public String begin(String name, String password, String address) throws SignInRefusedException {
    User user = check(name, password, address);
    note("sign-in", user.name(), Proof.SESSION.name().toLowerCase(Locale.ROOT), address);
    return sessions.begin(user);
  }

  /** Begins a session of somebody whom an identity provider vouches for. */
  public String beginVouched(User user, String address) {
    note("sign-in with identity provider", user.name(), "provider", address);
    return sessions.begin(user);
  }

  /** Makes whoever failed too often with an identity provider wait, as with a password. */
  void refuseGuesser(String address) throws SignInRefusedException {
    Duration wait = addresses.wait(address);
    if (!wait.isZero()) {
      throw SignInRefusedException.tooOften(wait);
    }
  }

  /** Remembers that somebody came from an identity provider and was not let in. */
  void noteGuesser(String address) {
    addresses.failed(address);
    note("sign-in with identity provider refused", "", "provider", address);
  }

  /** Ends a session. */
  public void end(Caller caller, String address) {
    note("sign-out", caller.name(), "session", address);
    sessions.end(caller.key());
  }

  /** Returns who sent a request with a password in it. */
  public Caller once(String name, String password, String address) throws SignInRefusedException {
    String fingerprint = Secrets.hash(key + name.length() + ":" + name + password);
    Remembered known = remembered.get(fingerprint);
    Optional<User> user =
        known == null || known.until().isBefore(clock.instant())
            ? Optional.empty()
            : users.find(known.userId()).filter(User::isEnabled);
    return user.isPresent()
        ? caller(user.get())
        : caller(rememberAfter(fingerprint, check(name, password, address), address));
  }

  private User rememberAfter(String fingerprint, User user, String address) {
    note("sign-in", user.name(), "password", address);
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(fingerprint, new Remembered(user.id(), clock.instant().plus(REMEMBERED_FOR)));
    return user;
  }

  private static Caller caller(User user) {
    return new Caller(
        user.id(),
        user.name(),
        user.role(),
        Proof.PASSWORD,
        "",
        Set.of(),
        user.isPasswordExpired());
  }

  /** Returns the user whose password it is. */
  User check(String name, String password, String address) throws SignInRefusedException {
    String account = User.key(name);
    Duration wait = longer(accounts.wait(account), addresses.wait(address));
    if (!wait.isZero()) {
      throw SignInRefusedException.tooOften(wait);
    }
    Optional<User> user = users.findByName(name).filter(User::isEnabled);
    if (!isRight(password, user.flatMap(User::passwordHash)) || user.isEmpty()) {
      accounts.failed(account);
      addresses.failed(address);
      note("sign-in refused", shown(name), "", address);
      throw SignInRefusedException.wrong();
    }
    accounts.succeeded(account);
    return user.get();
  }

  /** Takes as long for a name that nobody has. */
  private boolean isRight(String password, Optional<String> hash) throws SignInRefusedException {
    if (!checks.tryAcquire()) {
      throw SignInRefusedException.busy();
    }
    try {
      boolean matches = hashes.matches(password.toCharArray(), hash.orElseGet(this::nobodys));
      return matches && hash.isPresent();
    } finally {
      checks.release();
    }
  }

  private String nobodys() {
    if (nobodysHash == null) {
      nobodysHash = hashes.of(Secrets.random().toCharArray());
    }
    return nobodysHash;
  }

  /** What was right before a change need not be right after it. */
  void forget(@Observes AccessEnded ended) {
    if (ended.key().isEmpty()) {
      forgetPasswords();
    }
  }

  void forgetPasswords() {
    remembered.clear();
  }

  private void note(String action, String actor, String proof, String address) {
    Act act = new Act(actor, proof, address, action);
    Optional<Act> outer = CurrentCaller.act();
    CurrentCaller.begin(act);
    try {
      writer.write(() -> List.<Change>of());
    } finally {
      CurrentCaller.end();
      outer.ifPresent(CurrentCaller::begin);
    }
  }

  private static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > 100 ? clean.substring(0, 100) : clean;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
