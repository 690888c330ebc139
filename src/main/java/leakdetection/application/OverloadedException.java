package leakdetection.application;

import java.time.Duration;

/** More is asked for than can be served at the moment; nothing of it was begun that is not told. */
public final class OverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param message what is too much, and what was done nevertheless
   * @param retryAfter when it is worth to try again
   */
  public OverloadedException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** Returns when it is worth to try again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
