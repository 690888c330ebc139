package leakdetection.presentation.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One topic with its clients. What is announced is handed over at once, and rendered and given to
 * every client by one task at a time, so that the order stays. Thread-safe.
 */
final class Channel {

  /** How many items may wait to be rendered. */
  static final int MAX_PENDING = 100_000;

  private static final Logger LOG = Logger.getLogger(Channel.class.getName());

  private final Executor executor;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private final Deque<Announcement<?>> pending = new ArrayDeque<>();
  private int pendingItems;
  private boolean scheduled;
  private Closing last;

  Channel(Executor executor) {
    this.executor = executor;
  }

  private record Announcement<T>(List<T> items, Function<? super T, StreamItem> rendering) {}

  void add(Subscriber subscriber) {
    subscribers.add(subscriber);
  }

  /** Returns whether nobody is left. */
  boolean remove(Subscriber subscriber) {
    subscribers.remove(subscriber);
    return subscribers.isEmpty();
  }

  List<Subscriber> subscribers() {
    return subscribers;
  }

  /** Hands items over and returns at once; they reach the clients in the order of the calls. */
  <T> void announce(List<T> items, Function<? super T, StreamItem> rendering) {
    synchronized (this) {
      if (last != null) {
        return;
      }
      if (pendingItems > MAX_PENDING) {
        pending.clear();
        pendingItems = 0;
        last = Closing.OVERLOADED;
      } else {
        pending.add(new Announcement<>(items, rendering));
        pendingItems += items.size();
      }
    }
    schedule();
  }

  /** Ends the streams of all clients after what was announced before. */
  void finish(Closing closing) {
    synchronized (this) {
      last = last == null ? closing : last;
    }
    schedule();
  }

  private void schedule() {
    synchronized (this) {
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    executor.execute(this::dispatch);
  }

  private void dispatch() {
    while (true) {
      Announcement<?> next;
      Closing closing;
      synchronized (this) {
        next = pending.poll();
        pendingItems -= next == null ? 0 : next.items().size();
        closing = next == null ? last : null;
        if (next == null) {
          last = null;
          scheduled = closing != null;
        }
      }
      if (next != null) {
        deliver(next);
      } else if (closing != null) {
        subscribers.forEach(subscriber -> subscriber.finish(closing));
      } else {
        return;
      }
    }
  }

  private <T> void deliver(Announcement<T> announcement) {
    for (T item : announcement.items()) {
      attempt(
          () -> {
            StreamItem rendered = announcement.rendering().apply(item);
            subscribers.forEach(subscriber -> attempt(() -> subscriber.offer(rendered)));
          });
    }
  }

  /** One item that cannot be rendered, or one client that fails, keeps nothing from the others. */
  private static void attempt(Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "An item could not be sent; the stream goes on.", failure);
    }
  }
}
