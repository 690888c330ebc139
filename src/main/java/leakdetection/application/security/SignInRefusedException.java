package leakdetection.application.security;

import java.time.Duration;
import java.util.Optional;

/** Somebody could not prove who they are; the message does not say what was wrong. */
public final class SignInRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  private SignInRefusedException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  static SignInRefusedException wrong() {
    return new SignInRefusedException("The name or the password is wrong.", Duration.ZERO);
  }

  static SignInRefusedException tooOften(Duration wait) {
    return new SignInRefusedException(
        "Too many attempts failed. Try again in %d s.".formatted(wait.toSeconds() + 1),
        wait.plusSeconds(1));
  }

  static SignInRefusedException busy() {
    return new SignInRefusedException(
        "Too many people sign in at once. Try again in 2 s.", Duration.ofSeconds(2));
  }

  /** Returns when it is worth to try again; empty if waiting does not help. */
  public Optional<Duration> retryAfter() {
    return retryAfter.isZero() ? Optional.empty() : Optional.of(retryAfter);
  }
}
