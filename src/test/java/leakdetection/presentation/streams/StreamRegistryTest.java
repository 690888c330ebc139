package leakdetection.presentation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import leakdetection.LibertyExecutors;
import org.junit.jupiter.api.Test;

class StreamRegistryTest {

  private final StreamStand stand = new StreamStand();

  @Test
  void workersAndReadersOfHistoriesLeaveThreadsToClosings() throws IOException {
    assertThat(StreamRegistry.WORKERS + StreamRegistry.HISTORY_READERS)
        .isLessThan(LibertyExecutors.most("streams"));
  }

  @Test
  void everyClientGetsEveryItemInOrder() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection first = FakeConnection.thatReads();
    FakeConnection second = FakeConnection.thatReads();
    streams.open(first, StreamStand.TOPIC, () -> FirstMessage.NONE);
    streams.open(second, StreamStand.TOPIC, () -> FirstMessage.NONE);

    StreamStand.publish(streams, 1, 3);
    StreamStand.publish(streams, 4, 5);

    assertThat(first.messages()).containsExactly("1", "2", "3", "4", "5");
    assertThat(second.messages()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void clientsOfOtherTopicsGetNothing() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection other = FakeConnection.thatReads();
    streams.open(other, Topic.of(Topic.Kind.READINGS, 8), () -> FirstMessage.NONE);

    StreamStand.publish(streams, 1, 3);

    assertThat(other.messages()).isEmpty();
  }

  @Test
  void itemIsRenderedOnceForAllClientsAndNotAtAllForNone() {
    StreamRegistry streams = stand.registry(Runnable::run);
    AtomicInteger rendered = new AtomicInteger();
    publishCounting(streams, rendered);
    assertThat(rendered).hasValue(0);

    streams.open(FakeConnection.thatReads(), StreamStand.TOPIC, () -> FirstMessage.NONE);
    streams.open(FakeConnection.thatReads(), StreamStand.TOPIC, () -> FirstMessage.NONE);
    publishCounting(streams, rendered);

    assertThat(rendered).hasValue(1);
  }

  @Test
  void slowClientIsClosedAndOthersGetEverything() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    FakeConnection quick = FakeConnection.thatReads();
    streams.open(slow, StreamStand.TOPIC, () -> FirstMessage.NONE);
    streams.open(quick, StreamStand.TOPIC, () -> FirstMessage.NONE);

    int items = Subscriber.MAX_ITEMS + 100;
    StreamStand.publish(streams, 1, items);

    assertThat(slow.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(quick.closing()).isNull();
    assertThat(quick.messages()).hasSize(items);
    assertThat(streams.clients()).isEqualTo(1);
  }

  @Test
  void clientThatFailsIsClosedAndKeepsNothingFromTheOthers() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection failing = FakeConnection.thatFails();
    FakeConnection behind = FakeConnection.thatReads();
    streams.open(failing, StreamStand.TOPIC, () -> FirstMessage.NONE);
    streams.open(behind, StreamStand.TOPIC, () -> FirstMessage.NONE);

    StreamStand.publish(streams, 1, 3);

    assertThat(failing.closing()).isEqualTo(Closing.BROKEN);
    assertThat(behind.messages()).containsExactly("1", "2", "3");
  }

  @Test
  void itemThatCannotBeRenderedKeepsNoneBack() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, StreamStand.TOPIC, () -> FirstMessage.NONE);

    streams.publish(
        StreamStand.TOPIC,
        List.of(1, 0, 2),
        number -> new StreamItem(number, String.valueOf(4 / number)));

    assertThat(client.messages()).containsExactly("4", "2");
  }

  @Test
  void stalledClientIsClosed() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection stalled = FakeConnection.thatDoesNotRead();
    FakeConnection idle = FakeConnection.thatReads();
    streams.open(stalled, StreamStand.TOPIC, () -> StreamStand.history(1));
    streams.open(idle, StreamStand.TOPIC, () -> StreamStand.history(1));

    stand.clock.set(StreamRegistry.STALLED_NANOSECONDS + 1);
    streams.closeStalled();

    assertThat(stalled.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(idle.closing()).isNull();
  }

  @Test
  void removedSensorEndsItsStreamsAfterTheLastItem() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, StreamStand.TOPIC, () -> FirstMessage.NONE);

    StreamStand.publish(streams, 1, 2);
    streams.finish(StreamStand.TOPIC, Closing.sensorRemoved(7));

    assertThat(client.messages()).containsExactly("1", "2");
    assertThat(client.closing()).isEqualTo(Closing.sensorRemoved(7));
    assertThat(streams.hasClients(StreamStand.TOPIC)).isFalse();
  }

  @Test
  void overloadedTopicIsClosedInsteadOfGrowing() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    StreamRegistry streams = stand.registry(tasks::add);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, StreamStand.TOPIC, () -> FirstMessage.NONE);
    tasks.remove().run();

    StreamStand.publish(streams, 1, Channel.MAX_PENDING + 1);
    StreamStand.publish(streams, Channel.MAX_PENDING + 2, Channel.MAX_PENDING + 2);
    tasks.remove().run();

    assertThat(client.messages()).isEmpty();
    assertThat(client.closing()).isEqualTo(Closing.OVERLOADED);
    FakeConnection next = FakeConnection.thatReads();
    streams.open(next, StreamStand.TOPIC, () -> FirstMessage.NONE);
    tasks.remove().run();
    StreamStand.publish(streams, 200_000, 200_000);
    tasks.remove().run();
    assertThat(next.messages()).containsExactly("200000");
  }

  @Test
  void moreClientsThanAllowedAreRefused() {
    StreamRegistry streams = stand.registry(Runnable::run);
    for (int i = 0; i < StreamRegistry.MAX_CLIENTS; i++) {
      streams.open(FakeConnection.thatReads(), StreamStand.TOPIC, () -> FirstMessage.NONE);
    }
    FakeConnection oneMore = FakeConnection.thatReads();

    streams.open(oneMore, StreamStand.TOPIC, () -> FirstMessage.NONE);

    assertThat(oneMore.closing()).isEqualTo(Closing.TOO_MANY);
    assertThat(streams.clients()).isEqualTo(StreamRegistry.MAX_CLIENTS);
  }

  @Test
  void stoppingServerTellsItsClients() {
    StreamRegistry streams = stand.registry(Runnable::run);
    FakeConnection client = FakeConnection.thatReads();
    streams.open(client, StreamStand.TOPIC, () -> FirstMessage.NONE);

    streams.stop();

    assertThat(client.closing()).isEqualTo(Closing.SERVER_STOPS);
  }

  private static void publishCounting(StreamRegistry streams, AtomicInteger rendered) {
    streams.publish(
        StreamStand.TOPIC,
        List.of(1),
        id -> new StreamItem(rendered.incrementAndGet(), "rendered"));
  }
}
