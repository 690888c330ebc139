package leakdetection.application.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.spi.InvalidSettingsException;

/**
 * Judges the readings of one sensor, strictly one after the other, on whatever thread is free.
 *
 * <p>A batch is judged only once the one before it is on disk. So after a crash or a failed write
 * the judge goes on from the last snapshot and the last stored detection; a start, an overload and
 * a new detector all go that same way.
 */
final class SensorJudge {

  /** How many readings are judged and stored together. */
  static final int BATCH = 1000;

  private static final long RETRY_SECONDS = 1;
  private static final Logger LOG = Logger.getLogger(SensorJudge.class.getName());

  private final long sensorId;
  private final Lane lane;
  private final JudgeServices services;
  private final Backlog backlog;
  private final SerialTask task;

  private volatile boolean renew = true;
  private volatile boolean lost;
  private volatile boolean closed;

  // While a batch is being stored, and while the judge rests after a failure. One flag for both:
  // between them nothing may be judged.
  private volatile boolean busy;

  // Touched only by the task.
  private Judging judging;

  // How many readings were offered and not taken; an estimate once they come from the database.
  private final AtomicLong untaken = new AtomicLong();

  // When to look at the clock; Long.MAX_VALUE for never.
  private volatile long wakeAt = Long.MAX_VALUE;

  // Up to when all is judged; null while that is not known.
  private volatile Instant settled;

  // What was complained of last; the same once more is not news.
  private volatile String complaint = "";

  // Whether nobody can judge: the detector is missing, or one of its settings is wrong.
  private volatile boolean unjudged;

  // Whether the detector comes from a plug-in, whose calls have threads of their own.
  private volatile boolean foreign;

  // Whether the next run is a managed task of its own.
  private volatile boolean alone;

  SensorJudge(long sensorId, Lane lane, JudgeServices services) {
    this.sensorId = sensorId;
    this.lane = lane;
    this.services = services;
    this.backlog = new Backlog(services.room());
    this.task = new SerialTask(this::executor, this::run);
  }

  /** Looking up who judges reads entities, so it is a managed task of its own. */
  private Executor executor() {
    if (foreign) {
      alone = true;
      return services.plugins();
    }
    alone = renew;
    return alone ? services.executor() : services.workers();
  }

  /** Takes new readings, which are stored; never blocks. */
  void offer(List<TimeSeriesData> readings) {
    untaken.addAndGet(readings.size());
    backlog.add(readings);
    task.wake();
  }

  /** Looks up who judges the sensor, and goes on with what is stored. */
  void renew() {
    renew = true;
    backlog.fallBehind();
    task.wake();
  }

  /** Judges no more. */
  void close() {
    closed = true;
    backlog.fallBehind();
    task.wake();
  }

  /**
   * Returns about how many readings wait in memory and in the database; none while nobody can judge
   * them, which must not keep other sensors' readings from being taken.
   */
  long untaken() {
    return closed || unjudged ? 0 : untaken.get();
  }

  /**
   * Returns up to when all that came in turn is judged and stored, which may be for ever; empty
   * while that is not known.
   */
  Optional<Instant> settled() {
    boolean atRest = !closed && !renew && !busy && untaken.get() == 0;
    return atRest ? Optional.ofNullable(settled) : Optional.empty();
  }

  /** Returns how many readings wait in memory. */
  int waiting() {
    return backlog.size();
  }

  private void run() {
    try {
      work();
    } catch (RuntimeException | Error failure) {
      retry(failure);
    }
  }

  private void work() {
    if (closed) {
      release();
      return;
    }
    if (busy) {
      return;
    }
    if (lost) {
      lost = false;
      release();
    }
    if (renew) {
      if (!alone) {
        task.wake();
        return;
      }
      renew = false;
      open();
    }
    if (judging != null) {
      judge();
    }
  }

  private void open() {
    Optional<Assignment> assignment = assignment();
    if (assignment.isEmpty()) {
      closed = true;
      release();
    } else if (assignment.get().detector().isBuiltIn() == foreign) {
      foreign = !foreign;
      release();
      renew();
    } else if (judging == null || !judging.goesOnAs(assignment.get())) {
      release();
      judging = Judging.open(sensorId, lane, assignment.get(), services);
    }
  }

  private Optional<Assignment> assignment() {
    try {
      Optional<Assignment> assignment = lane.assignment();
      unjudged = false;
      return assignment;
    } catch (UnknownDetectorException | InvalidSettingsException wrong) {
      unjudged = true;
      if (isNews(wrong)) {
        lane.complain(wrong.getMessage());
      }
      throw wrong;
    }
  }

  private void judge() {
    judging.follow(services.rules().apply(sensorId));
    List<Step> steps = judging.judge(next());
    if (steps.isEmpty() && backlog.isEmpty()) {
      steps = judging.look();
    }
    wakeAt = judging.wakeAt();
    settled = steps.isEmpty() && backlog.isEmpty() ? judging.settled() : null;
    if (closed) {
      release();
    } else if (!steps.isEmpty()) {
      store(steps);
    } else if (!backlog.isEmpty()) {
      task.wake();
    }
  }

  /** Looks at the clock, if it is time to. */
  void look(long now) {
    long at = wakeAt;
    if (at != Long.MAX_VALUE && now - at >= 0) {
      task.wake();
    }
  }

  private List<TimeSeriesData> next() {
    if (!backlog.catchUp()) {
      List<TimeSeriesData> taken = backlog.take(BATCH);
      untaken.set(backlog.size());
      return taken;
    }
    List<TimeSeriesData> page = services.readings().takenAfter(sensorId, judging.taken(), BATCH);
    if (page.size() == BATCH) {
      backlog.fallBehind();
    }
    untaken.updateAndGet(
        before -> page.size() < BATCH ? backlog.size() : Math.max(0, before - BATCH));
    return page;
  }

  private void store(List<Step> steps) {
    busy = true;
    Batch batch = judging.batch(steps);
    lane.record(batch)
        .whenComplete(
            (stored, failure) -> {
              if (failure == null) {
                complaint = "";
                busy = false;
                task.wake();
              } else {
                retry(failure);
              }
            });
  }

  /** Starts over from what is stored, a little later. */
  private void retry(Throwable failure) {
    busy = true;
    if (closed) {
      return;
    }
    if (isNews(failure)) {
      LOG.log(Level.WARNING, failure, () -> "Sensor " + sensorId + " waits to be judged.");
    }
    complaint = failure.toString();
    try {
      services.timer().schedule(this::startOver, RETRY_SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.FINE, "Nothing is judged again: the server is stopping.", stopping);
    }
  }

  private boolean isNews(Throwable failure) {
    return !complaint.equals(failure.toString());
  }

  private void startOver() {
    lost = true;
    busy = false;
    renew();
  }

  private void release() {
    if (judging != null) {
      judging.close();
      judging = null;
      wakeAt = Long.MAX_VALUE;
    }
  }
}
