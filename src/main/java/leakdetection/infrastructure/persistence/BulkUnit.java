package leakdetection.infrastructure.persistence;

import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer.Bulk;

/** A change that waits to be written, and whoever waits for it. Used by one thread at a time. */
final class BulkUnit<T> implements Runnable {

  private static final Logger LOG = Logger.getLogger(BulkUnit.class.getName());

  private final Bulk<T> bulk;
  private final CompletableFuture<T> done = new CompletableFuture<>();
  private T result;

  BulkUnit(Bulk<T> bulk) {
    this.bulk = bulk;
  }

  int rows() {
    return bulk.rows();
  }

  /** Makes the change inside the transaction; again if the transaction was rolled back. */
  @Override
  public void run() {
    result = bulk.unit().get();
  }

  /** Announces the change after the commit, which a listener's failure cannot undo. */
  T complete() {
    try {
      bulk.afterCommit().accept(result);
    } catch (RuntimeException | Error failure) {
      LOG.log(Level.WARNING, "What was committed could not be announced.", failure);
    }
    done.complete(result);
    return result;
  }

  /** Tells the unit that its change was rolled back. */
  void undo() {
    try {
      bulk.undone().run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "A change that was rolled back could not be told so.", failure);
    }
  }

  void fail(Throwable failure) {
    done.completeExceptionally(failure);
  }

  CompletableFuture<T> done() {
    return done;
  }
}
