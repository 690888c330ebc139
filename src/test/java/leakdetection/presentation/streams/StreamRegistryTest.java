package leakdetection.presentation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamRegistryTest {

  private static final Topic TOPIC = Topic.of(Topic.Kind.READINGS, 7);

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final AtomicLong clock = new AtomicLong();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void everyClientGetsEveryItemInOrder() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection first = FakeConnection.thatReads();
    FakeConnection second = FakeConnection.thatReads();
    streams.open(first, TOPIC, () -> FirstMessage.NONE);
    streams.open(second, TOPIC, () -> FirstMessage.NONE);

    publish(streams, 1, 3);
    publish(streams, 4, 5);

    assertThat(first.messages()).containsExactly("1", "2", "3", "4", "5");
    assertThat(second.messages()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void clientsOfOtherTopicsGetNothing() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection other = FakeConnection.thatReads();
    streams.open(other, Topic.of(Topic.Kind.READINGS, 8), () -> FirstMessage.NONE);

    publish(streams, 1, 3);

    assertThat(other.messages()).isEmpty();
  }

  @Test
  void itemIsRenderedOnceForAllClientsAndNotAtAllForNone() {
    StreamRegistry streams = registry(Runnable::run);
    AtomicInteger rendered = new AtomicInteger();
    publishCounting(streams, rendered);
    assertThat(rendered).hasValue(0);

    streams.open(FakeConnection.thatReads(), TOPIC, () -> FirstMessage.NONE);
    streams.open(FakeConnection.thatReads(), TOPIC, () -> FirstMessage.NONE);
    publishCounting(streams, rendered);

    assertThat(rendered).hasValue(1);
  }

  @Test
  void thereIsNeitherGapNorDuplicateBetweenHistoryAndLive() throws InterruptedException {
    StreamRegistry streams = registry(threads);
    AtomicLong stored = new AtomicLong();
    int items = 20_000;
    Thread writer =
        new Thread(
            () ->
                LongStream.rangeClosed(1, items)
                    .forEach(
                        id -> {
                          stored.set(id);
                          publish(streams, id, id);
                        }));
    List<FakeConnection> clients = new ArrayList<>();
    writer.start();
    while (writer.isAlive()) {
      FakeConnection client = FakeConnection.thatReads();
      clients.add(client);
      streams.open(client, TOPIC, () -> history(stored.get()));
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
  void slowClientIsClosedAndOthersGetEverything() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    FakeConnection quick = FakeConnection.thatReads();
    streams.open(slow, TOPIC, () -> FirstMessage.NONE);
    streams.open(quick, TOPIC, () -> FirstMessage.NONE);

    int items = Subscriber.MAX_ITEMS + 100;
    publish(streams, 1, items);

    assertThat(slow.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(quick.closing()).isNull();
    assertThat(quick.messages()).hasSize(items);
    assertThat(streams.clients()).isEqualTo(1);
  }

  @Test
  void stalledClientIsClosed() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection stalled = FakeConnection.thatDoesNotRead();
    FakeConnection idle = FakeConnection.thatReads();
    streams.open(stalled, TOPIC, () -> history(1));
    streams.open(idle, TOPIC, () -> history(1));

    clock.set(StreamRegistry.STALLED_NANOSECONDS + 1);
    streams.closeStalled();

    assertThat(stalled.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(idle.closing()).isNull();
  }

  @Test
  void removedSensorEndsItsStreamsAfterTheLastItem() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, TOPIC, () -> FirstMessage.NONE);

    publish(streams, 1, 2);
    streams.finish(TOPIC, Closing.sensorRemoved(7));

    assertThat(client.messages()).containsExactly("1", "2");
    assertThat(client.closing()).isEqualTo(Closing.sensorRemoved(7));
    assertThat(streams.hasClients(TOPIC)).isFalse();
  }

  @Test
  void refusedHistoryClosesWithItsReason() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();

    streams.open(
        client,
        TOPIC,
        () -> {
          throw new StreamRefusedException(Closing.unknownSensor("7"));
        });

    assertThat(client.closing()).isEqualTo(Closing.unknownSensor("7"));
    assertThat(streams.clients()).isZero();
  }

  @Test
  void overloadedTopicIsClosedInsteadOfGrowing() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    StreamRegistry streams = registry(tasks::add);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, TOPIC, () -> FirstMessage.NONE);
    tasks.remove().run();

    publish(streams, 1, Channel.MAX_PENDING + 1);
    publish(streams, Channel.MAX_PENDING + 2, Channel.MAX_PENDING + 2);
    tasks.remove().run();

    assertThat(client.messages()).isEmpty();
    assertThat(client.closing()).isEqualTo(Closing.OVERLOADED);
    FakeConnection next = FakeConnection.thatReads();
    streams.open(next, TOPIC, () -> FirstMessage.NONE);
    tasks.remove().run();
    publish(streams, 200_000, 200_000);
    tasks.remove().run();
    assertThat(next.messages()).containsExactly("200000");
  }

  @Test
  void historiesWaitWhileTooMuchOfThemIsInMemory() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    FakeConnection second = FakeConnection.thatReads();
    streams.open(slow, TOPIC, StreamRegistryTest::hugeHistory);
    streams.open(second, TOPIC, () -> history(1));
    assertThat(second.messages()).isEmpty();

    slow.read();

    assertThat(second.messages()).containsExactly("1");
  }

  @Test
  void stalledHistoryIsSoonClosedWhileOthersWaitForItsRoom() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection stalled = FakeConnection.thatDoesNotRead();
    FakeConnection second = FakeConnection.thatReads();
    streams.open(stalled, TOPIC, StreamRegistryTest::hugeHistory);
    streams.open(second, TOPIC, () -> history(1));

    clock.set(StreamRegistry.STALLED_NANOSECONDS_IN_A_CROWD + 1);
    streams.closeStalled();

    assertThat(stalled.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(second.messages()).containsExactly("1");
  }

  @Test
  void clientThatLeftBeforeItsTurnLeavesNoTrace() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    FakeConnection left = FakeConnection.thatReads();
    FakeConnection third = FakeConnection.thatReads();
    streams.open(slow, TOPIC, StreamRegistryTest::hugeHistory);
    Runnable ended = streams.open(left, TOPIC, StreamRegistryTest::hugeHistory);
    streams.open(third, TOPIC, () -> history(1));

    ended.run();
    slow.read();

    assertThat(left.messages()).isEmpty();
    assertThat(third.messages()).containsExactly("1");
    assertThat(streams.clients()).isEqualTo(2);
  }

  @Test
  void moreClientsThanAllowedAreRefused() {
    StreamRegistry streams = registry(Runnable::run);
    for (int i = 0; i < StreamRegistry.MAX_CLIENTS; i++) {
      streams.open(FakeConnection.thatReads(), TOPIC, () -> FirstMessage.NONE);
    }
    FakeConnection oneMore = FakeConnection.thatReads();

    streams.open(oneMore, TOPIC, () -> FirstMessage.NONE);

    assertThat(oneMore.closing()).isEqualTo(Closing.TOO_MANY);
    assertThat(streams.clients()).isEqualTo(StreamRegistry.MAX_CLIENTS);
  }

  @Test
  void stoppingServerTellsItsClients() {
    StreamRegistry streams = registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, TOPIC, () -> FirstMessage.NONE);

    streams.stop();

    assertThat(client.closing()).isEqualTo(Closing.SERVER_STOPS);
  }

  private StreamRegistry registry(Executor executor) {
    StreamRegistry streams = new StreamRegistry();
    streams.executor = executor;
    streams.nanoTime = clock::get;
    return streams;
  }

  private static void publish(StreamRegistry streams, long from, long to) {
    streams.publish(
        TOPIC,
        LongStream.rangeClosed(from, to).boxed().toList(),
        id -> new StreamItem(id, String.valueOf(id)));
  }

  private static void publishCounting(StreamRegistry streams, AtomicInteger rendered) {
    streams.publish(
        TOPIC, List.of(1), id -> new StreamItem(rendered.incrementAndGet(), "rendered"));
  }

  private static FirstMessage hugeHistory() {
    return new FirstMessage(
        Optional.of("x".repeat((int) StreamRegistry.MAX_HISTORY_CHARACTERS)), 0);
  }

  /** Returns the numbers up to the newest as one message. */
  private static FirstMessage history(long newest) {
    String text =
        LongStream.rangeClosed(1, newest)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" "));
    return new FirstMessage(Optional.of(text), newest);
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

  @Test
  void onlySoManyHistoriesAreReadAtOnce() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    StreamRegistry streams = registry(tasks::add);
    for (int i = 0; i <= StreamRegistry.HISTORY_READERS; i++) {
      streams.open(FakeConnection.thatReads(), TOPIC, () -> history(1));
    }

    assertThat(tasks).hasSize(StreamRegistry.HISTORY_READERS);
    tasks.remove().run();
    assertThat(tasks).hasSize(StreamRegistry.HISTORY_READERS);
  }
}
