package leakdetection.application.estimation;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import leakdetection.domain.RefusedException;

/**
 * Runs estimations and maps off the callers' threads, two at a time, so that neither requests nor
 * alarms can bring the machine to a halt.
 */
@ApplicationScoped
public class Computations {

  /** How many may run or wait at once. */
  public static final int OPEN_LIMIT = 64;

  /** How long a caller waits at most. */
  private static final int PATIENCE_SECONDS = 50;

  @Resource(lookup = "concurrent/estimation")
  ManagedExecutorService executor;

  private final Set<Computation> open = ConcurrentHashMap.newKeySet();

  /** Returns who lends threads to a computation while there are any to spare. */
  public Executor helpers() {
    return executor;
  }

  /**
   * Queues work.
   *
   * @param work gets its computation, to be called off by
   * @return completes with the work's result or its exception
   * @throws RefusedException if too many are open
   */
  public <T> CompletableFuture<T> start(
      Computation.Subject subject, Function<Computation, T> work) {
    Computation computation = new Computation(subject);
    if (open.size() >= OPEN_LIMIT) {
      throw overloaded();
    }
    open.add(computation);
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      executor.execute(() -> run(computation, work, result));
    } catch (RejectedExecutionException full) {
      open.remove(computation);
      throw overloaded();
    }
    return result;
  }

  // Open until the very end, so that who waits for the result no longer finds it running.
  private <T> void run(
      Computation computation, Function<Computation, T> work, CompletableFuture<T> result) {
    try {
      T done = work.apply(computation);
      open.remove(computation);
      result.complete(done);
    } catch (RuntimeException | Error failure) {
      open.remove(computation);
      result.completeExceptionally(failure);
    }
  }

  /**
   * Waits for a result.
   *
   * @throws RefusedException as the work throws it, or if it was called off or takes too long
   */
  public static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | CompletionException failed) {
      throw rethrown(failed.getCause());
    } catch (CancellationException calledOff) {
      throw cancelled();
    } catch (TimeoutException late) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW,
          List.of(),
          "It is not ready after %d s. Look again in a while.".formatted(PATIENCE_SECONDS));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof CancellationException) {
      return cancelled();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  /** Calls all computations about a subject off and returns how many there were. */
  public int cancel(Computation.Subject subject) {
    List<Computation> meant = open.stream().filter(c -> c.subject().equals(subject)).toList();
    meant.forEach(Computation::cancel);
    return meant.size();
  }

  @PreDestroy
  void stop() {
    open.forEach(Computation::cancel);
  }

  private static RefusedException overloaded() {
    return new RefusedException(
        RefusedException.Reason.NOT_NOW,
        List.of(),
        "%d estimations and maps wait already. Try again when some have ended."
            .formatted(OPEN_LIMIT));
  }

  private static RefusedException cancelled() {
    return new RefusedException(
        RefusedException.Reason.CONFLICT, List.of(), "Somebody called it off.");
  }
}
