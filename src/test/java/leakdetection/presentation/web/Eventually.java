package leakdetection.presentation.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what the product does in the background. */
public final class Eventually {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Eventually() {}

  /** Looks until what it sees is as wanted, and returns the last look, wanted or not. */
  public static <T> T see(Supplier<T> look, Predicate<T> wanted) {
    long end = System.nanoTime() + LIMIT.toNanos();
    T seen = look.get();
    while (!wanted.test(seen) && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return seen;
      }
      seen = look.get();
    }
    return seen;
  }

  /** Waits for the end of the job that was answered, and returns it as it ended. */
  public static Answer endOf(Answer job) {
    String path = "/jobs/" + job.id();
    return see(
        () -> Api.get(path),
        answer -> !answer.body().contains("queued") && !answer.body().contains("running"));
  }
}
