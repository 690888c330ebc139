package leakdetection.application;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one writer of the database. Every change goes through it, so two changes never collide and a
 * waiting one waits in order.
 *
 * <p>Thread-safe. Must not be called from inside a unit of work.
 */
public interface Writer {

  /**
   * Runs the unit in a transaction of its own on the caller's thread.
   *
   * @param unit what to change; its exception rolls back and reaches the caller
   * @param afterCommit gets the result after the commit, before any later change commits; it must
   *     hand over quickly and not write
   * @return the unit's result
   */
  <T> T write(Supplier<T> unit, Consumer<T> afterCommit);

  /** Runs a unit of which nobody is told. */
  default <T> T write(Supplier<T> unit) {
    return write(unit, result -> {});
  }

  /**
   * Runs the unit together with others in one transaction on the writer's thread: for bulk, where a
   * commit each would cost too much. Units run in the order of their submission. A unit that fails
   * does not harm the others.
   *
   * <p>Waits while too many units are waiting.
   *
   * @param unit what to change; it may run twice if another one of its group failed, so it must not
   *     change anything but the database
   * @param afterCommit gets the result after the commit, in the order of submission; it must hand
   *     over quickly and not write
   * @return completes after the commit and {@code afterCommit}, or with the unit's exception
   */
  default <T> CompletableFuture<T> submit(Supplier<T> unit, Consumer<T> afterCommit) {
    return submit(new Bulk<>(unit, afterCommit, () -> {}, 1));
  }

  /** Like {@link #submit(Supplier, Consumer)}, for a unit of many rows. */
  <T> CompletableFuture<T> submit(Bulk<T> bulk);

  /**
   * A unit of many rows.
   *
   * @param unit what to change; it may run twice
   * @param afterCommit gets the result after the commit
   * @param undone is called after each time that the unit was rolled back, before any later unit
   *     runs
   * @param rows about how many rows it changes; how much may wait is counted in rows
   */
  record Bulk<T>(Supplier<T> unit, Consumer<T> afterCommit, Runnable undone, int rows) {}
}
