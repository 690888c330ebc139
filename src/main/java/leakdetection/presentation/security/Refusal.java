package leakdetection.presentation.security;

import java.time.Duration;
import java.util.Optional;
import leakdetection.application.security.SignInRefusedException;

/**
 * Why a request is not let in.
 *
 * @param status the answer's HTTP status
 * @param message what is wrong and what is allowed
 * @param retryAfter when it is worth to try again; empty if waiting does not help
 */
record Refusal(int status, String message, Optional<Duration> retryAfter) {

  Refusal(int status, String message) {
    this(status, message, Optional.empty());
  }

  static Refusal of(SignInRefusedException refused) {
    return new Refusal(
        refused.retryAfter().isPresent() ? 429 : 401, refused.getMessage(), refused.retryAfter());
  }

  static Refusal unknownCaller() {
    return new Refusal(401, "Sign in first, or send a token.");
  }

  static Refusal noAdministrator() {
    return new Refusal(
        503,
        "There is no administrator yet. Open the set-up link that the server printed on its console"
            + " and in its log when it started.");
  }
}
