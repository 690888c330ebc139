package leakdetection.infrastructure.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.tsd.ReadingRecorder;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingLine;

/**
 * Replays a file of readings into one sensor: a row every period, or as fast as rows can be stored.
 *
 * <p>The next rows are handed on only once the last ones are on disk, with their line in the same
 * transaction; a restart goes on with the line after it. So a feed does one thing at a time, and
 * each step sees what the one before it wrote.
 */
final class ReplayFeed {

  /** How many rows are stored together when the replay goes as fast as it can. */
  static final int BATCH = 500;

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Logger LOG = Logger.getLogger(ReplayFeed.class.getName());

  private final long sensorId;
  private final ReplayFile file;
  private final Duration period;
  private final FeedDesk desk;
  private final Deque<ReadingLine> rows = new ArrayDeque<>();
  private long line;
  private volatile boolean stopped;
  private volatile Future<?> pause;

  ReplayFeed(long sensorId, ReplayFile file, Duration period, FeedDesk desk) {
    this.sensorId = sensorId;
    this.file = file;
    this.period = period;
    this.desk = desk;
  }

  /**
   * What a feed works with.
   *
   * @param executor reads the files and waits for the database
   * @param timer says when it is time for the next row
   */
  record FeedDesk(ReadingRecorder recorder, Executor executor, ScheduledExecutorService timer) {}

  /** Begins after the given line of the file. */
  void start(long afterLine) {
    line = afterLine;
    next(Duration.ZERO);
  }

  /** Hands nothing on any more. */
  void stop() {
    stopped = true;
    Future<?> last = pause;
    if (last != null) {
      last.cancel(false);
    }
  }

  /** Tells whether this is the file that is replayed. */
  boolean replays(ReplayFile other) {
    return file.toString().equals(other.toString());
  }

  private void next(Duration delay) {
    if (stopped) {
      return;
    }
    try {
      if (delay.isNegative() || delay.isZero()) {
        handOver();
      } else {
        pause = desk.timer().schedule(this::handOver, delay.toNanos(), TimeUnit.NANOSECONDS);
        if (stopped) {
          pause.cancel(false);
        }
      }
    } catch (RejectedExecutionException stopping) {
      tellOfTheEnd(stopping);
    }
  }

  private void handOver() {
    try {
      desk.executor().execute(this::handOn);
    } catch (RejectedExecutionException stopping) {
      tellOfTheEnd(stopping);
    }
  }

  private static void tellOfTheEnd(RejectedExecutionException stopping) {
    LOG.log(Level.FINE, "Nothing is replayed any more: the server is stopping.", stopping);
  }

  private void handOn() {
    if (stopped) {
      return;
    }
    try {
      if (rows.isEmpty()) {
        rows.addAll(file.after(line));
      }
    } catch (IOException failure) {
      LOG.log(Level.WARNING, failure, () -> "The replay of " + file + " waits: it cannot be read.");
      next(RETRY);
      return;
    }
    if (rows.isEmpty()) {
      LOG.log(Level.INFO, "The replay of {0} is at its end, line {1}.", new Object[] {file, line});
      return;
    }
    record(period.isZero() ? BATCH : 1);
  }

  private void record(int limit) {
    long begin = System.nanoTime();
    List<ReadingLine> batch = new ArrayList<>(limit);
    while (batch.size() < limit && !rows.isEmpty()) {
      batch.add(rows.poll());
    }
    long last = batch.get(batch.size() - 1).line();
    List<RawReading> readings = batch.stream().map(ReadingLine::reading).toList();
    desk.recorder()
        .record(sensorId, readings, Optional.of(new FeedPosition(file.toString(), last)))
        .whenComplete(
            (stored, failure) -> {
              if (failure == null) {
                line = last;
                next(period.minusNanos(System.nanoTime() - begin));
              } else {
                again(batch, failure);
              }
            });
  }

  private void again(List<ReadingLine> batch, Throwable failure) {
    if (!stopped) {
      LOG.log(Level.WARNING, failure, () -> "The replay of " + file + " waits.");
      for (int i = batch.size() - 1; i >= 0; i--) {
        rows.addFirst(batch.get(i));
      }
      next(RETRY);
    }
  }
}
