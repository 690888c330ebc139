package leakdetection.presentation.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client in memory, which takes every message at once or stops reading. */
final class FakeConnection implements Connection {

  private final List<String> messages = new ArrayList<>();
  private Consumer<Throwable> onTheWay;
  private boolean reading = true;
  private boolean failing;
  private Closing closing;

  static FakeConnection thatReads() {
    return new FakeConnection();
  }

  static FakeConnection thatDoesNotRead() {
    FakeConnection connection = new FakeConnection();
    connection.reading = false;
    return connection;
  }

  /** Returns a client to which nothing can be sent. */
  static FakeConnection thatFails() {
    FakeConnection connection = new FakeConnection();
    connection.failing = true;
    return connection;
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    boolean taken;
    synchronized (this) {
      if (failing) {
        throw new IllegalStateException("Nothing can be sent.");
      }
      if (onTheWay != null) {
        throw new IllegalStateException("A message is already on the way.");
      }
      messages.add(text);
      taken = reading;
      onTheWay = taken ? null : done;
    }
    if (taken) {
      done.accept(null);
    }
  }

  /** Takes the message that is on the way and goes on reading. */
  void read() {
    takeOne(null, true);
  }

  /** Lets the message that is on the way fail. */
  void breakDown() {
    takeOne(new IllegalStateException("broken"), false);
  }

  private void takeOne(Throwable failure, boolean goOn) {
    Consumer<Throwable> done;
    synchronized (this) {
      reading = goOn;
      done = onTheWay;
      onTheWay = null;
    }
    done.accept(failure);
  }

  @Override
  public synchronized void close(Closing reason) {
    closing = reason;
  }

  synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  synchronized Closing closing() {
    return closing;
  }
}
