package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SerialWriterTest {

  private static final int BUSY = 5;
  private static final int CONSTRAINT_FOREIGN_KEY = 787;

  private final CountingTransaction transaction = new CountingTransaction();
  private final SerialWriter writer = new SerialWriter();
  private final List<String> announced = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() {
    writer.transaction = transaction;
    writer.threads = new PlainThreads();
    writer.start();
  }

  @AfterEach
  void stop() {
    writer.stop();
  }

  @Test
  void aWriteCommitsBeforeItIsAnnounced() {
    int result =
        writer.write(
            () -> 42,
            announcedResult -> {
              assertThat(transaction.commits).hasValue(1);
              announced.add("told " + announcedResult);
            });

    assertThat(result).isEqualTo(42);
    assertThat(announced).containsExactly("told 42");
  }

  @Test
  void aWriteThatFailsIsRolledBackAndReachesTheCaller() {
    assertThatThrownBy(
            () ->
                writer.write(
                    () -> {
                      throw new IllegalArgumentException("planned");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(transaction.rollbacks).hasValue(1);
    assertThat(transaction.commits).hasValue(0);
  }

  @Test
  void aListenerThatFailsDoesNotUndoTheWrite() {
    assertThat(writer.write(() -> 1, result -> fail("planned"))).isEqualTo(1);
    assertThat(writer.submit(() -> 2, result -> fail("planned")).join()).isEqualTo(2);
  }

  @Test
  void unitsThatWaitTogetherShareACommitAndAreToldInTheirOrder() {
    List<CompletableFuture<Integer>> units =
        whileTheWriterIsHeld(
            () ->
                IntStream.range(0, 100)
                    .mapToObj(i -> writer.submit(() -> i, told -> announced.add("" + told)))
                    .toList());
    units.forEach(CompletableFuture::join);

    assertThat(transaction.commits.get()).as("the holder's and one or two groups").isBetween(2, 3);
    assertThat(announced)
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "" + i).toList());
  }

  @Test
  void aUnitThatFailsDoesNotHarmTheOthersOfItsGroup() {
    List<CompletableFuture<Integer>> units =
        whileTheWriterIsHeld(
            () ->
                List.of(
                    writer.submit(() -> 1, told -> announced.add("1")),
                    writer.submit(() -> failing(CONSTRAINT_FOREIGN_KEY), told -> {}),
                    writer.submit(
                        () -> {
                          throw new StackOverflowError("planned");
                        },
                        told -> {}),
                    writer.submit(() -> 4, told -> announced.add("4"))));

    assertThat(units.get(0).join()).isEqualTo(1);
    assertThat(units.get(1)).failsWithin(Duration.ofSeconds(10));
    assertThat(units.get(2)).failsWithin(Duration.ofSeconds(10));
    assertThat(units.get(3).join()).isEqualTo(4);
    assertThat(announced).containsExactly("1", "4");
  }

  @Test
  void aLockedDatabaseIsTriedOnceForAWholeGroup() {
    AtomicInteger tries = new AtomicInteger();
    List<CompletableFuture<Integer>> units =
        whileTheWriterIsHeld(
            () ->
                IntStream.range(0, 50)
                    .mapToObj(
                        i ->
                            writer.submit(
                                () -> {
                                  tries.incrementAndGet();
                                  return failing(BUSY);
                                },
                                told -> {}))
                    .toList());
    units.forEach(unit -> assertThat(unit).failsWithin(Duration.ofSeconds(10)));

    assertThat(tries.get()).isLessThanOrEqualTo(2);
    assertThat(writer.submit(() -> 1, told -> {}).join()).isEqualTo(1);
  }

  @Test
  void aFullQueueRefusesAUnitFromInsideAChangeInsteadOfWaitingForItself() {
    List<CompletableFuture<Integer>> units =
        whileTheWriterIsHeld(
            () ->
                IntStream.range(0, SerialWriter.CAPACITY + SerialWriter.GROUP + 1)
                    .mapToObj(i -> writer.submit(() -> i, told -> {}))
                    .toList());

    assertThat(units)
        .as("there is room for a full queue and the group that was taken from it")
        .anySatisfy(unit -> assertThat(unit).isCompletedExceptionally());
    assertThat(units.get(0).join()).isZero();
  }

  @Test
  void whatComesAfterTheStopFailsInsteadOfWaitingForEver() {
    writer.stop();

    assertThat(writer.submit(() -> 1, told -> {})).failsWithin(Duration.ofSeconds(10));
  }

  @Test
  void whatWaitsAtTheStopIsStillWritten() {
    CompletableFuture<Integer> unit = writer.submit(() -> 1, told -> {});
    writer.stop();

    assertThat(unit).isCompletedWithValue(1);
  }

  /** Submits from inside a change, so that all units wait until it is over. */
  private <T> T whileTheWriterIsHeld(java.util.function.Supplier<T> submit) {
    return writer.write(submit);
  }

  private static int failing(int resultCode) {
    throw new DatabaseException(new SQLException("planned", "", resultCode));
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  /** Counts what becomes of the transactions. */
  private static final class CountingTransaction implements UserTransaction {

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final ThreadLocal<Boolean> active = ThreadLocal.withInitial(() -> false);

    @Override
    public void begin() {
      assertThat(active.get()).as("one transaction at a time").isFalse();
      active.set(true);
    }

    @Override
    public void commit() {
      active.set(false);
      commits.incrementAndGet();
    }

    @Override
    public void rollback() {
      active.set(false);
      rollbacks.incrementAndGet();
    }

    @Override
    public void setRollbackOnly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getStatus() {
      return active.get() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
      throw new UnsupportedOperationException();
    }
  }

  /** Makes threads that no container knows. */
  private static final class PlainThreads implements ManagedThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
      return new Thread(work);
    }

    @Override
    public java.util.concurrent.ForkJoinWorkerThread newThread(
        java.util.concurrent.ForkJoinPool pool) {
      throw new UnsupportedOperationException();
    }
  }
}
