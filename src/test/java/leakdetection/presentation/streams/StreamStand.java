package leakdetection.presentation.streams;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A registry of streams with a clock of its own, and numbers as items. */
final class StreamStand {

  static final Topic TOPIC = Topic.of(Topic.Kind.READINGS, 7);

  /** Nanoseconds. */
  final AtomicLong clock = new AtomicLong();

  StreamRegistry registry(Executor executor) {
    StreamRegistry streams = new StreamRegistry();
    streams.executor = executor;
    streams.workers = executor;
    streams.nanoTime = clock::get;
    return streams;
  }

  /** Publishes the numbers of a range. */
  static void publish(StreamRegistry streams, long from, long to) {
    streams.publish(
        TOPIC,
        LongStream.rangeClosed(from, to).boxed().toList(),
        id -> new StreamItem(id, String.valueOf(id)));
  }

  /** Returns a history that leaves no room for another. */
  static FirstMessage hugeHistory() {
    return new FirstMessage(
        Optional.of("x".repeat((int) StreamRegistry.MAX_HISTORY_CHARACTERS)), 0);
  }

  /** Returns the numbers up to the newest as one message. */
  static FirstMessage history(long newest) {
    String text =
        LongStream.rangeClosed(1, newest)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" "));
    return new FirstMessage(Optional.of(text), newest);
  }
}
