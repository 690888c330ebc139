package leakdetection.presentation.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One client of a topic: its queue, and at most one message on the way.
 *
 * <p>It first keeps what it is offered, until its first message is there; then it drops what that
 * one holds and sends the rest in order. Thread-safe.
 */
final class Subscriber {

  /** How many items may wait for a client. */
  static final int MAX_ITEMS = 20_000;

  /** How many characters may wait for a client. */
  static final long MAX_CHARACTERS = 4_000_000;

  private final Connection connection;
  private final LongSupplier nanoTime;
  private final Consumer<Subscriber> ended;
  private final Deque<StreamItem> waiting = new ArrayDeque<>();
  private long characters;
  private String first;
  private long heldByFirst = Long.MIN_VALUE;
  private boolean live;
  private boolean inFlight;
  private long inFlightSince;
  private boolean draining;
  private boolean begun;
  private Runnable whenBegun = () -> {};
  private Closing last;
  private boolean closed;

  /**
   * @param nanoTime the clock by which a stalled send is noticed, as {@link System#nanoTime}
   * @param ended called once, when the connection was closed
   */
  Subscriber(Connection connection, LongSupplier nanoTime, Consumer<Subscriber> ended) {
    this.connection = connection;
    this.nanoTime = nanoTime;
    this.ended = ended;
  }

  /** Lets an item wait for its turn; closes the connection if too much waits. */
  void offer(StreamItem item) {
    synchronized (this) {
      if (closed || last != null || item.id() <= heldByFirst) {
        return;
      }
      waiting.add(item);
      characters += item.text().length();
    }
    drain();
    if (isOverfull()) {
      close(Closing.TOO_SLOW);
    }
  }

  private synchronized boolean isOverfull() {
    return waiting.size() > MAX_ITEMS || characters > MAX_CHARACTERS;
  }

  /** Begins to send: the first message, then what came after it. */
  void goLive(FirstMessage message) {
    synchronized (this) {
      if (closed) {
        return;
      }
      heldByFirst = message.newest();
      waiting.removeIf(item -> item.id() <= heldByFirst);
      characters = waiting.stream().mapToLong(item -> item.text().length()).sum();
      first = message.text().orElse(null);
      live = true;
    }
    if (message.text().isEmpty()) {
      begin();
    }
    drain();
  }

  /** Runs the task once, when the first message is out or never will be. */
  void whenBegun(Runnable task) {
    synchronized (this) {
      if (!begun) {
        whenBegun = task;
        return;
      }
    }
    task.run();
  }

  /** Closes the connection after all that waits was sent. */
  void finish(Closing closing) {
    synchronized (this) {
      last = closing;
    }
    drain();
  }

  /** Closes the connection at once; what waits is lost. */
  void close(Closing closing) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      first = null;
      waiting.clear();
      characters = 0;
    }
    connection.close(closing);
    ended.accept(this);
    begin();
  }

  /** Tells whether a message has been on the way for longer than this. */
  synchronized boolean isStalled(long nanoseconds) {
    return !closed && inFlight && nanoTime.getAsLong() - inFlightSince > nanoseconds;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  private void drain() {
    synchronized (this) {
      if (draining || !live) {
        return;
      }
      draining = true;
    }
    // A message that is out at once is followed by the next one here, never in a deeper call.
    for (String text = next(); text != null; text = next()) {
      send(text);
    }
  }

  private void send(String text) {
    try {
      connection.send(text, this::sent);
    } catch (RuntimeException failure) {
      sent(failure);
    }
  }

  /** Returns what to send next, or ends the draining. */
  private String next() {
    synchronized (this) {
      if (!inFlight && !closed) {
        String text = poll();
        if (text != null) {
          inFlight = true;
          inFlightSince = nanoTime.getAsLong();
          return text;
        }
      }
      draining = false;
      if (inFlight || last == null) {
        return null;
      }
    }
    close(last);
    return null;
  }

  private String poll() {
    if (first != null) {
      String text = first;
      first = null;
      return text;
    }
    StreamItem item = waiting.poll();
    if (item == null) {
      return null;
    }
    characters -= item.text().length();
    return item.text();
  }

  private void sent(Throwable failure) {
    synchronized (this) {
      inFlight = false;
    }
    if (failure == null) {
      begin();
      drain();
    } else {
      close(Closing.BROKEN);
    }
  }

  private void begin() {
    Runnable task;
    synchronized (this) {
      begun = true;
      task = whenBegun;
      whenBegun = () -> {};
    }
    task.run();
  }
}
