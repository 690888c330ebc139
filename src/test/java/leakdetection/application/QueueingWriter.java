package leakdetection.application;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A writer whose bulk units wait until a test lets them be committed, or fail. */
public final class QueueingWriter implements Writer {

  private record Unit<T>(Supplier<T> work, Consumer<T> afterCommit, CompletableFuture<T> done) {

    void commit() {
      T result = work.get();
      afterCommit.accept(result);
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
  public <T> CompletableFuture<T> submit(Supplier<T> unit, Consumer<T> afterCommit) {
    Unit<T> last = new Unit<>(unit, afterCommit, new CompletableFuture<>());
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
    waiting.remove().done().completeExceptionally(failure);
  }
}
