package leakdetection.infrastructure.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.application.security.CurrentCaller;

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
  static final int CAPACITY = 4096;

  /** How many rows may wait; a submitter waits when there are more. */
  static final int ROWS = 100_000;

  /** How many units share a commit at most. */
  static final int GROUP = 1024;

  /** How many rows share a commit at most, if more than one unit does. */
  static final int GROUP_ROWS = 10_000;

  private static final Logger LOG = Logger.getLogger(SerialWriter.class.getName());

  @Resource UserTransaction transaction;

  @Inject ChangeWatch watch;

  @Resource(lookup = "concurrent/threads")
  ManagedThreadFactory threads;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final BlockingQueue<BulkUnit<?>> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final Semaphore rows = new Semaphore(ROWS, true);
  private final AtomicLong commits = new AtomicLong();
  private Thread thread;
  private volatile boolean stopping;
  private volatile boolean stopped;

  @PostConstruct
  void start() {
    thread = threads.newThread(this::commitGroups);
    thread.setName("database-writer");
    thread.start();
  }

  @Override
  public <T> T write(Supplier<T> unit, Consumer<T> afterCommit) {
    BulkUnit<T> alone = new BulkUnit<>(new Bulk<>(unit, afterCommit, () -> {}, 1));
    Runnable change = CurrentCaller.act().map(act -> watch.audited(act, alone)).orElse(alone);
    lock.lock();
    try {
      inTransaction(change);
      return alone.complete();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <T> CompletableFuture<T> submit(Bulk<T> bulk) {
    BulkUnit<T> unit = new BulkUnit<>(bulk);
    try {
      enqueue(unit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      unit.fail(new IllegalStateException("Interrupted while waiting to write.", interrupted));
    }
    return unit.done();
  }

  private void enqueue(BulkUnit<?> unit) throws InterruptedException {
    // Who holds the lock would wait for the thread, and the thread for the lock.
    boolean mayWait = !lock.isHeldByCurrentThread();
    int needed = weight(unit);
    while (!enter(unit, needed, mayWait ? 1 : 0)) {
      if (stopping) {
        unit.fail(stopping());
        return;
      }
      if (!mayWait) {
        unit.fail(new IllegalStateException("The queue of changes is full, and this is one."));
        return;
      }
    }
    if (stopped) {
      failWaiting();
    }
  }

  private boolean enter(BulkUnit<?> unit, int needed, int seconds) throws InterruptedException {
    if (!rows.tryAcquire(needed, seconds, TimeUnit.SECONDS)) {
      return false;
    }
    boolean entered = waiting.offer(unit, seconds, TimeUnit.SECONDS);
    if (!entered) {
      rows.release(needed);
    }
    return entered;
  }

  /** A unit of more rows than may wait fills the queue alone. */
  private static int weight(BulkUnit<?> unit) {
    return Math.max(1, Math.min(unit.rows(), ROWS));
  }

  /** Returns how many transactions were committed: each is one flush of the disk. */
  public long commits() {
    return commits.get();
  }

  /** Returns how many bulk units wait. */
  public int waiting() {
    return waiting.size();
  }

  private void commitGroups() {
    List<BulkUnit<?>> group = new ArrayList<>(GROUP);
    while (!stopping || !waiting.isEmpty()) {
      try {
        BulkUnit<?> first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          fill(group, first);
          commit(group);
        }
      } catch (InterruptedException stop) {
        stopping = true;
      } finally {
        group.clear();
      }
    }
    stopped = true;
    failWaiting();
  }

  private void fill(List<BulkUnit<?>> group, BulkUnit<?> first) {
    int size = 0;
    for (BulkUnit<?> next = first; next != null; ) {
      group.add(next);
      size += next.rows();
      rows.release(weight(next));
      next = group.size() < GROUP && size < GROUP_ROWS ? waiting.poll() : null;
    }
  }

  private void commit(List<BulkUnit<?>> group) {
    lock.lock();
    try {
      inTransaction(() -> group.forEach(BulkUnit::run));
      group.forEach(BulkUnit::complete);
    } catch (RuntimeException | Error failure) {
      group.forEach(BulkUnit::undo);
      if (group.size() == 1 || DatabaseException.concernsEverything(failure)) {
        group.forEach(unit -> unit.fail(failure));
      } else {
        commitEach(group);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives every unit a transaction of its own, so that only the one at fault fails. */
  private void commitEach(List<BulkUnit<?>> group) {
    for (BulkUnit<?> unit : group) {
      try {
        inTransaction(unit);
        unit.complete();
      } catch (RuntimeException | Error itsOwn) {
        unit.undo();
        unit.fail(itsOwn);
      }
    }
  }

  private void inTransaction(Runnable change) {
    boolean committed = false;
    try {
      transaction.begin();
      change.run();
      transaction.commit();
      committed = true;
      commits.incrementAndGet();
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

  /** Nobody waits for ever for what came after the last group. */
  private void failWaiting() {
    for (BulkUnit<?> unit = waiting.poll(); unit != null; unit = waiting.poll()) {
      rows.release(weight(unit));
      unit.fail(stopping());
    }
  }

  private static IllegalStateException stopping() {
    return new IllegalStateException("Nothing is written any more: the server is stopping.");
  }
}
