package leakdetection.infrastructure.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;

/**
 * The one writer of an SQLite database: a lock around every transaction, and a thread that commits
 * bulk units in groups, one flush for all of them.
 *
 * <p>The lock is taken outside the transaction: SQLite refuses a transaction that read before
 * another one wrote, and with one writer that cannot happen.
 */
@ApplicationScoped
public class SerialWriter implements Writer {

  /** How many bulk units may wait; a submitter waits when there are more. */
  static final int CAPACITY = 1024;

  /** How many units share a commit at most. */
  private static final int GROUP = 256;

  private static final Logger LOG = Logger.getLogger(SerialWriter.class.getName());

  @Resource UserTransaction transaction;

  @Resource(lookup = "concurrent/threads")
  ManagedThreadFactory threads;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final BlockingQueue<Unit<?>> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private Thread thread;
  private volatile boolean stopping;

  @PostConstruct
  void start() {
    thread = threads.newThread(this::commitGroups);
    thread.setName("database-writer");
    thread.start();
  }

  @Override
  public <T> T write(Supplier<T> unit, Consumer<T> afterCommit) {
    lock.lock();
    try {
      T result = inTransaction(unit);
      afterCommit.accept(result);
      return result;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> CompletableFuture<T> submit(Supplier<T> work, Consumer<T> afterCommit) {
    Unit<T> unit = new Unit<>(work, afterCommit);
    try {
      while (!waiting.offer(unit, 1, TimeUnit.SECONDS)) {
        if (stopping) {
          throw new IllegalStateException("The server is stopping.");
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      unit.fail(new IllegalStateException("Interrupted while waiting to write.", interrupted));
    }
    return unit.done;
  }

  /** Returns how many bulk units wait. */
  public int waiting() {
    return waiting.size();
  }

  private void commitGroups() {
    List<Unit<?>> group = new ArrayList<>(GROUP);
    while (!stopping || !waiting.isEmpty()) {
      try {
        Unit<?> first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, GROUP - 1);
          commit(group);
        }
      } catch (InterruptedException stop) {
        stopping = true;
      } finally {
        group.clear();
      }
    }
  }

  private void commit(List<Unit<?>> group) {
    lock.lock();
    try {
      inTransaction(
          () -> {
            group.forEach(Unit::run);
            return null;
          });
      group.forEach(Unit::complete);
    } catch (RuntimeException failure) {
      commitEach(group, failure);
    } finally {
      lock.unlock();
    }
  }

  /** Gives every unit a transaction of its own, so that only the one at fault fails. */
  private void commitEach(List<Unit<?>> group, RuntimeException failure) {
    if (group.size() == 1) {
      group.get(0).fail(failure);
      return;
    }
    for (Unit<?> unit : group) {
      try {
        inTransaction(
            () -> {
              unit.run();
              return null;
            });
        unit.complete();
      } catch (RuntimeException itsOwn) {
        unit.fail(itsOwn);
      }
    }
  }

  private <T> T inTransaction(Supplier<T> unit) {
    boolean committed = false;
    try {
      transaction.begin();
      T result = unit.get();
      transaction.commit();
      committed = true;
      return result;
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("The change could not be committed.", failure);
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (Exception failure) {
      LOG.log(Level.WARNING, "A change could not be rolled back.", failure);
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Unit<T> {
    private final Supplier<T> work;
    private final Consumer<T> afterCommit;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private T result;

    Unit(Supplier<T> work, Consumer<T> afterCommit) {
      this.work = work;
      this.afterCommit = afterCommit;
    }

    void run() {
      result = work.get();
    }

    void complete() {
      try {
        afterCommit.accept(result);
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "What was committed could not be announced.", failure);
      }
      done.complete(result);
    }

    void fail(RuntimeException failure) {
      done.completeExceptionally(failure);
    }
  }
}
