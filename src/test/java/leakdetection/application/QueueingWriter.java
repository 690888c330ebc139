package leakdetection.application;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A writer whose bulk units wait until a test lets them be committed, or fail. */
public final class QueueingWriter implements Writer {

  private record Unit<T>(Bulk<T> bulk, CompletableFuture<T> done) {

    void commit() {
      T result = bulk.unit().get();
      bulk.afterCommit().accept(result);
      done.complete(result);
    }
  }

  private final Queue<Unit<?>> waiting = new ArrayDeque<>();

  @Override
  public <T> T write(Supplier<T> unit, Consumer<T> afterCommit) {
    T result = unit.get();
    afterCommit.accept(result);
    return result;
  }

  @Override
  public <T> CompletableFuture<T> submit(Bulk<T> bulk) {
    Unit<T> last = new Unit<>(bulk, new CompletableFuture<>());
    waiting.add(last);
    return last.done();
  }

  public int waiting() {
    return waiting.size();
  }

  public void commitNext() {
    waiting.remove().commit();
  }

  public void commitAll() {
    while (!waiting.isEmpty()) {
      commitNext();
    }
  }

  /** Lets the next unit's transaction fail before it changed anything. */
  public void failNext(RuntimeException failure) {
    Unit<?> next = waiting.remove();
    next.bulk().undone().run();
    next.done().completeExceptionally(failure);
  }
}
