package leakdetection.presentation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The history that a client gets first, and what happens around it. */
class StreamHistoryTest {

  private final StreamStand stand = new StreamStand();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void thereIsNeitherGapNorDuplicateBetweenHistoryAndLive() throws InterruptedException {
    StreamRegistry streams = stand.registry(threads);
    AtomicLong stored = new AtomicLong();
    int items = 20_000;
    Thread writer =
        new Thread(
            () ->
                LongStream.rangeClosed(1, items)
                    .forEach(
                        id -> {
                          stored.set(id);
                          StreamStand.publish(streams, id, id);
                        }));
    List<FakeConnection> clients = new ArrayList<>();
    writer.start();
    while (writer.isAlive()) {
      FakeConnection client = FakeConnection.thatReads();
      clients.add(client);
      streams.open(client, StreamStand.TOPIC, () -> StreamStand.history(stored.get()));
      Thread.sleep(1);
    }
    waitUntilQuiet(streams, clients);

    String all =
        LongStream.rangeClosed(1, items).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    assertThat(clients).hasSizeGreaterThan(3);
    assertThat(clients)
        .allSatisfy(
            client -> assertThat(String.join(" ", client.messages()).strip()).isEqualTo(all));
  }

  @Test
  void refusedHistoryClosesWithItsReason() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();

    streams.open(
        client,
        StreamStand.TOPIC,
        () -> {
          throw new StreamRefusedException(Closing.unknownSensor("7"));
        });

    assertThat(client.closing()).isEqualTo(Closing.unknownSensor("7"));
    assertThat(streams.clients()).isZero();
  }

  @Test
  void historiesWaitWhileTooMuchOfThemIsInMemory() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    FakeConnection second = FakeConnection.thatReads();
    streams.open(slow, StreamStand.TOPIC, StreamStand::hugeHistory);
    streams.open(second, StreamStand.TOPIC, () -> StreamStand.history(1));
    assertThat(second.messages()).isEmpty();

    slow.read();

    assertThat(second.messages()).containsExactly("1");
  }

  @Test
  void stalledHistoryIsSoonClosedWhileOthersWaitForItsRoom() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection stalled = FakeConnection.thatDoesNotRead();
    FakeConnection second = FakeConnection.thatReads();
    streams.open(stalled, StreamStand.TOPIC, StreamStand::hugeHistory);
    streams.open(second, StreamStand.TOPIC, () -> StreamStand.history(1));

    stand.clock.set(StreamRegistry.STALLED_NANOSECONDS_IN_A_CROWD + 1);
    streams.closeStalled();

    assertThat(stalled.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(second.messages()).containsExactly("1");
  }

  @Test
  void clientThatLeftBeforeItsTurnLeavesNoTrace() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    FakeConnection left = FakeConnection.thatReads();
    FakeConnection third = FakeConnection.thatReads();
    streams.open(slow, StreamStand.TOPIC, StreamStand::hugeHistory);
    Runnable ended = streams.open(left, StreamStand.TOPIC, StreamStand::hugeHistory);
    streams.open(third, StreamStand.TOPIC, () -> StreamStand.history(1));

    ended.run();
    slow.read();

    assertThat(left.messages()).isEmpty();
    assertThat(third.messages()).containsExactly("1");
    assertThat(streams.clients()).isEqualTo(2);
  }

  @Test
  void onlySoManyHistoriesAreReadAtOnce() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    StreamRegistry streams = stand.registry(tasks::add);
    for (int i = 0; i <= StreamRegistry.HISTORY_READERS; i++) {
      streams.open(FakeConnection.thatReads(), StreamStand.TOPIC, () -> StreamStand.history(1));
    }

    assertThat(tasks).hasSize(StreamRegistry.HISTORY_READERS);
    tasks.remove().run();
    assertThat(tasks).hasSize(StreamRegistry.HISTORY_READERS);
  }

  private void waitUntilQuiet(StreamRegistry streams, List<FakeConnection> clients)
      throws InterruptedException {
    int last = Math.toIntExact(clients.size());
    for (int round = 0; round < 1000 && !allReached(clients, 20_000); round++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(streams.clients()).isEqualTo(last);
  }

  private static boolean allReached(List<FakeConnection> clients, int newest) {
    return clients.stream()
        .map(FakeConnection::messages)
        .allMatch(
            messages ->
                !messages.isEmpty()
                    && messages.get(messages.size() - 1).endsWith(String.valueOf(newest)));
  }
}
