package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import leakdetection.application.OverloadedException;

/**
 * Lets in as many pushed readings as can be under way at once, so that memory stays bounded however
 * many come. Thread-safe.
 */
@ApplicationScoped
public class PushGate {

  /** How many requests may be read at once; each holds at most two batches. */
  static final int REQUESTS = 64;

  /** How many readings may wait for their commit. */
  static final int READINGS = 60_000;

  /** How many stored readings may wait to be judged: an alarm must not come a minute late. */
  static final long JUDGED_LATER = 500_000;

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  @Inject JudgingLoad judges;

  private final Semaphore requests = new Semaphore(REQUESTS);
  private final Semaphore readings = new Semaphore(READINGS, true);

  /**
   * Lets a request in, which must {@link #leave}.
   *
   * @throws OverloadedException if too many are being read, or the judges are too far behind
   */
  void enter() {
    if (judges.waitingReadings() > JUDGED_LATER) {
      throw overloaded("%d readings wait to be judged".formatted(JUDGED_LATER));
    }
    if (!requests.tryAcquire()) {
      throw overloaded("%d requests with readings are being read".formatted(REQUESTS));
    }
  }

  /** Lets the next request in. */
  void leave() {
    requests.release();
  }

  /**
   * Lets readings in, which must be {@link #release released} when they are on disk.
   *
   * @throws OverloadedException if they would have to wait for too long
   */
  void admit(int count) {
    try {
      if (readings.tryAcquire(count, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw overloaded("%d readings wait for the disk".formatted(READINGS));
  }

  /** Makes room for other readings. */
  void release(int count) {
    readings.release(count);
  }

  private static OverloadedException overloaded(String fact) {
    return new OverloadedException(
        "More readings come than can be taken: %s, the most at once.".formatted(fact), RETRY_AFTER);
  }
}
