package leakdetection.presentation.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriberTest {

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void itemsFollowTheFirstMessageInOrder() {
    FakeConnection client = FakeConnection.thatReads();
    Subscriber subscriber = subscriber(client);

    subscriber.goLive(first("history", 0));
    offer(subscriber, 1, 3);

    assertThat(client.messages()).containsExactly("history", "1", "2", "3");
  }

  @Test
  void itemsOfBeforeTheFirstMessageWaitForIt() {
    FakeConnection client = FakeConnection.thatReads();
    Subscriber subscriber = subscriber(client);

    offer(subscriber, 1, 2);
    assertThat(client.messages()).isEmpty();
    subscriber.goLive(first("history", 0));

    assertThat(client.messages()).containsExactly("history", "1", "2");
  }

  @Test
  void itemsThatTheFirstMessageHoldsAreNotSentAgain() {
    FakeConnection client = FakeConnection.thatReads();
    Subscriber subscriber = subscriber(client);

    offer(subscriber, 1, 3);
    subscriber.goLive(first("history of 1 to 5", 5));
    offer(subscriber, 4, 7);

    assertThat(client.messages()).containsExactly("history of 1 to 5", "6", "7");
  }

  @Test
  void onlyOneMessageIsOnTheWay() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);

    subscriber.goLive(FirstMessage.NONE);
    offer(subscriber, 1, 3);
    assertThat(client.messages()).containsExactly("1");
    client.read();

    assertThat(client.messages()).containsExactly("1", "2", "3");
  }

  @Test
  void thousandsOfQuickSendsDoNotExhaustTheStack() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);
    subscriber.goLive(FirstMessage.NONE);
    offer(subscriber, 1, Subscriber.MAX_ITEMS);

    client.read();

    assertThat(client.messages()).hasSize(Subscriber.MAX_ITEMS);
  }

  @Test
  void clientThatStopsReadingIsClosedOnceTooManyItemsWait() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);
    subscriber.goLive(FirstMessage.NONE);

    offer(subscriber, 1, Subscriber.MAX_ITEMS + 1);
    assertThat(client.closing()).isNull();
    offer(subscriber, Subscriber.MAX_ITEMS + 2, Subscriber.MAX_ITEMS + 2);

    assertThat(client.closing()).isEqualTo(Closing.TOO_SLOW);
    assertThat(ended).hasValue(1);
  }

  @Test
  void clientThatStopsReadingIsClosedOnceTooManyCharactersWait() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);
    subscriber.goLive(FirstMessage.NONE);
    String large = "x".repeat((int) Subscriber.MAX_CHARACTERS / 4);

    for (int id = 1; id <= 5; id++) {
      subscriber.offer(new StreamItem(id, large));
    }
    assertThat(client.closing()).isNull();
    subscriber.offer(new StreamItem(6, large));

    assertThat(client.closing()).isEqualTo(Closing.TOO_SLOW);
  }

  @Test
  void largeFirstMessageDoesNotCount() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);

    subscriber.goLive(first("x".repeat((int) Subscriber.MAX_CHARACTERS * 2), 0));
    offer(subscriber, 1, 10);

    assertThat(client.closing()).isNull();
  }

  @Test
  void finishedStreamSendsWhatWaitsAndThenCloses() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);
    subscriber.goLive(first("history", 0));
    offer(subscriber, 1, 1);

    subscriber.finish(Closing.sensorRemoved(7));
    assertThat(client.closing()).isNull();
    client.read();

    assertThat(client.messages()).containsExactly("history", "1");
    assertThat(client.closing()).isEqualTo(Closing.sensorRemoved(7));
  }

  @Test
  void brokenConnectionEndsTheStream() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);
    subscriber.goLive(FirstMessage.NONE);
    offer(subscriber, 1, 2);

    client.breakDown();

    assertThat(subscriber.isClosed()).isTrue();
    assertThat(ended).hasValue(1);
    assertThat(client.messages()).containsExactly("1");
  }

  @Test
  void messageThatIsLongOnTheWayCountsAsStalled() {
    FakeConnection client = FakeConnection.thatDoesNotRead();
    Subscriber subscriber = subscriber(client);
    subscriber.goLive(first("history", 0));

    clock.set(10);
    assertThat(subscriber.isStalled(10)).isFalse();
    clock.set(11);
    assertThat(subscriber.isStalled(10)).isTrue();
    client.read();
    assertThat(subscriber.isStalled(10)).isFalse();
  }

  @Test
  void roomOfTheFirstMessageIsGivenBackOnceHoweverItEnds() {
    AtomicInteger givenBack = new AtomicInteger();
    FakeConnection slow = FakeConnection.thatDoesNotRead();
    Subscriber sent = subscriber(slow);
    sent.whenBegun(givenBack::incrementAndGet);
    sent.goLive(first("history", 0));
    assertThat(givenBack).hasValue(0);
    slow.read();
    assertThat(givenBack).hasValue(1);

    Subscriber withoutFirst = subscriber(FakeConnection.thatReads());
    withoutFirst.whenBegun(givenBack::incrementAndGet);
    withoutFirst.goLive(FirstMessage.NONE);
    assertThat(givenBack).hasValue(2);

    Subscriber gone = subscriber(FakeConnection.thatReads());
    gone.close(Closing.BROKEN);
    gone.whenBegun(givenBack::incrementAndGet);
    assertThat(givenBack).hasValue(3);
  }

  private Subscriber subscriber(Connection client) {
    return new Subscriber(client, clock::get, gone -> ended.incrementAndGet());
  }

  private static FirstMessage first(String text, long newest) {
    return new FirstMessage(Optional.of(text), newest);
  }

  private static void offer(Subscriber subscriber, int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(id -> subscriber.offer(new StreamItem(id, String.valueOf(id))));
  }
}
