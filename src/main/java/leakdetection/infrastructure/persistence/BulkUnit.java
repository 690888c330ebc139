package leakdetection.infrastructure.persistence;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A change that waits to be written, and whoever waits for it. Used by one thread at a time. */
final class BulkUnit<T> implements Runnable {

  private static final Logger LOG = Logger.getLogger(BulkUnit.class.getName());

  private final Supplier<T> work;
  private final Consumer<T> afterCommit;
  private final CompletableFuture<T> done = new CompletableFuture<>();
  private T result;

  BulkUnit(Supplier<T> work, Consumer<T> afterCommit) {
    this.work = work;
    this.afterCommit = afterCommit;
  }

  /** Makes the change inside the transaction; again if the transaction was rolled back. */
  @Override
  public void run() {
    result = work.get();
  }

  /** Announces the change after the commit, which a listener's failure cannot undo. */
  T complete() {
    try {
      afterCommit.accept(result);
    } catch (RuntimeException | Error failure) {
      LOG.log(Level.WARNING, "What was committed could not be announced.", failure);
    }
    done.complete(result);
    return result;
  }

  void fail(Throwable failure) {
    done.completeExceptionally(failure);
  }

  CompletableFuture<T> done() {
    return done;
  }
}
