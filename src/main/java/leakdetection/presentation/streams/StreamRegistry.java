package leakdetection.presentation.streams;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.SharedWorkers;

/**
 * Knows every client of every topic, lets them in and gives them what is published.
 *
 * <p>A client is registered before its history is read, so that nothing falls between the two; what
 * the history holds already is dropped by its id. Thread-safe.
 */
@ApplicationScoped
public class StreamRegistry {

  /** How many clients are served at once. */
  static final int MAX_CLIENTS = 2_000;

  /** How many threads render and send what is published. */
  static final int WORKERS = 4;

  /** How many histories are read at once. */
  static final int HISTORY_READERS = 4;

  /** How many characters of history may be in memory before the next client waits for its own. */
  static final long MAX_HISTORY_CHARACTERS = 32_000_000;

  /** A client that has not taken a message for so long does not read any more. */
  static final long STALLED_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);

  /** The same while others have to wait for the memory that it holds. */
  static final long STALLED_NANOSECONDS_IN_A_CROWD = TimeUnit.SECONDS.toNanos(5);

  private static final Logger LOG = Logger.getLogger(StreamRegistry.class.getName());

  @Resource(lookup = "concurrent/streams")
  Executor executor;

  LongSupplier nanoTime = System::nanoTime;
  Executor workers = new SharedWorkers(task -> executor.execute(task), WORKERS);

  private final Map<Topic, Channel> channels = new ConcurrentHashMap<>();
  private final AtomicInteger clients = new AtomicInteger();
  private final HistoryGate gate =
      new HistoryGate(HISTORY_READERS, MAX_HISTORY_CHARACTERS, task -> executor.execute(task));

  /**
   * Lets a client in.
   *
   * @param reading reads the first message, on another thread, once the client is registered; a
   *     {@link StreamRefusedException} of it closes the connection with its reason
   * @return to be called when the connection has ended by itself
   */
  Runnable open(Connection connection, Topic topic, Supplier<FirstMessage> reading) {
    if (clients.incrementAndGet() > MAX_CLIENTS) {
      clients.decrementAndGet();
      connection.close(Closing.TOO_MANY);
      return () -> {};
    }
    Subscriber subscriber = new Subscriber(connection, nanoTime, gone -> leave(topic, gone));
    gate.enter(() -> begin(subscriber, topic, reading));
    return () -> subscriber.close(Closing.BROKEN);
  }

  private void begin(Subscriber subscriber, Topic topic, Supplier<FirstMessage> reading) {
    if (!join(topic, subscriber)) {
      return;
    }
    try {
      FirstMessage first = reading.get();
      long length = first.text().map(String::length).orElse(0);
      gate.hold(length);
      subscriber.whenBegun(() -> gate.release(length));
      subscriber.goLive(first);
    } catch (StreamRefusedException refusal) {
      subscriber.close(refusal.closing());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "The history of %s could not be read.".formatted(topic), failure);
      subscriber.close(Closing.FAILED);
    }
  }

  private boolean join(Topic topic, Subscriber subscriber) {
    channels.compute(
        topic,
        (key, known) -> {
          Channel channel = known == null ? new Channel(workers) : known;
          channel.add(subscriber);
          return channel;
        });
    if (subscriber.isClosed()) {
      remove(topic, subscriber);
    }
    return !subscriber.isClosed();
  }

  private void leave(Topic topic, Subscriber subscriber) {
    clients.decrementAndGet();
    remove(topic, subscriber);
  }

  private void remove(Topic topic, Subscriber subscriber) {
    channels.computeIfPresent(topic, (key, channel) -> channel.remove(subscriber) ? null : channel);
  }

  /** Tells whether anybody listens to the topic. */
  public boolean hasClients(Topic topic) {
    return channels.containsKey(topic);
  }

  /** Returns how many clients are connected. */
  public int clients() {
    return clients.get();
  }

  /**
   * Gives items to all clients of a topic, in the order of the calls. Returns at once; costs
   * nothing while nobody listens.
   *
   * @param rendering makes the message of an item; called once for each, on another thread
   */
  public <T> void publish(Topic topic, List<T> items, Function<? super T, StreamItem> rendering) {
    Channel channel = channels.get(topic);
    if (channel != null) {
      channel.announce(items, rendering);
    }
  }

  /** Ends all streams of a topic after what was published before. */
  public void finish(Topic topic, Closing closing) {
    Channel channel = channels.get(topic);
    if (channel != null) {
      channel.finish(closing);
    }
  }

  /** Closes the connections that have not taken a message for too long. */
  void closeStalled() {
    long patience = gate.isCrowded() ? STALLED_NANOSECONDS_IN_A_CROWD : STALLED_NANOSECONDS;
    forEach(
        subscriber -> {
          if (subscriber.isStalled(patience)) {
            subscriber.close(Closing.TOO_SLOW);
          }
        });
  }

  @PreDestroy
  void stop() {
    forEach(subscriber -> subscriber.close(Closing.SERVER_STOPS));
  }

  private void forEach(Consumer<Subscriber> action) {
    channels.values().forEach(channel -> channel.subscribers().forEach(action));
  }
}
