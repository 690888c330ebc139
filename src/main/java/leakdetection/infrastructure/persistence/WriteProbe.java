package leakdetection.infrastructure.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import leakdetection.application.Writer;

/**
 * Tries whether the database can be written, by writing a row through the one writer like everybody
 * else.
 *
 * <p>At most one attempt is under way: whoever asks while it hangs waits for the same one, so that
 * a stuck database does not collect threads.
 */
@ApplicationScoped
public class WriteProbe {

  @Inject Writer writer;
  @Inject Database database;

  @Resource(lookup = "concurrent/care")
  ManagedExecutorService executor;

  private final AtomicReference<CompletableFuture<Void>> attempt = new AtomicReference<>();

  /**
   * Writes a row.
   *
   * @param limit how long the caller is ready to wait
   * @return nothing if it was written, else the reason why not
   */
  public Optional<String> write(Duration limit) {
    try {
      attempt().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of("No write was possible within %d ms.".formatted(limit.toMillis()));
    } catch (ExecutionException e) {
      return Optional.of("The write failed: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("The probe was interrupted.");
    }
  }

  private CompletableFuture<Void> attempt() {
    CompletableFuture<Void> fresh = new CompletableFuture<>();
    CompletableFuture<Void> current =
        attempt.updateAndGet(last -> last == null || last.isDone() ? fresh : last);
    if (current == fresh) {
      begin(fresh);
    }
    return current;
  }

  private void begin(CompletableFuture<Void> fresh) {
    try {
      executor.execute(() -> complete(fresh));
    } catch (RejectedExecutionException busy) {
      fresh.completeExceptionally(busy); // else everybody would wait for it for ever
    }
  }

  private void complete(CompletableFuture<Void> attempt) {
    try {
      long now = InstantConverter.microseconds(Instant.now());
      writer.write(
          () -> {
            database.update("UPDATE write_probe SET written_at = ?", now);
            return null;
          });
      attempt.complete(null);
    } catch (RuntimeException e) {
      attempt.completeExceptionally(e);
    }
  }
}
