package leakdetection.application.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;
import leakdetection.domain.jobs.JobRepository;

/** Runs jobs, a few at a time, and keeps what came of them. */
@ApplicationScoped
public class Jobs {

  /** How many jobs may be open at once. */
  public static final int OPEN_LIMIT = 500;

  private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

  @Inject Writer writer;
  @Inject JobRepository jobs;
  @Inject Clock clock;

  @Resource(lookup = "concurrent/jobs")
  ManagedExecutorService executor;

  private final Map<Long, JobProgress> open = new ConcurrentHashMap<>();

  /**
   * Queues a job.
   *
   * @param sensorId the sensor it is about; null when it is about several
   * @param dryRun whether it only shows what it would change
   * @throws RefusedException if too many jobs are open
   */
  public Job start(JobKind kind, Long sensorId, boolean dryRun, JobWork work) {
    if (open.size() >= OPEN_LIMIT) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW,
          List.of(),
          "There are %d jobs waiting already. Try again when some have ended."
              .formatted(OPEN_LIMIT));
    }
    Job job = writer.write(() -> jobs.add(new Job(kind, sensorId, dryRun, clock.instant())));
    JobProgress progress = new JobProgress(job.id());
    open.put(job.id(), progress);
    try {
      executor.execute(() -> run(job.id(), work, progress));
    } catch (RejectedExecutionException full) {
      throw refused(job, full);
    }
    return job;
  }

  private RefusedException refused(Job job, RejectedExecutionException full) {
    open.remove(job.id());
    String reason = "No more jobs are taken at the moment. Try again later.";
    change(job.id(), refused -> refused.fail(reason, clock.instant()));
    LOG.log(Level.FINE, "A job was refused.", full);
    return new RefusedException(RefusedException.Reason.NOT_NOW, List.of(), reason);
  }

  /**
   * @throws RefusedException if there is no such job
   */
  public Job get(long id) {
    return jobs.find(id).orElseThrow(() -> RefusedException.unknown("job", id));
  }

  /** Returns jobs with smaller ids, newest first. */
  public List<Job> before(long id, int limit) {
    return jobs.before(id, limit);
  }

  /** Returns the share of a job that is done, 0 to 1. */
  public double progress(Job job) {
    JobProgress progress = open.get(job.id());
    return progress == null ? job.progress() : progress.share();
  }

  /** Tells whether a job of this kind is open. */
  public boolean isOpen(JobKind kind) {
    return jobs.open().stream().anyMatch(job -> job.kind() == kind);
  }

  /** Tells whether a job of this kind is open for the sensor. */
  public boolean isOpen(JobKind kind, long sensorId) {
    return jobs.open().stream()
        .anyMatch(
            job -> job.kind() == kind && job.sensorId().filter(id -> id == sensorId).isPresent());
  }

  /**
   * Calls a job off; one that runs ends a little later.
   *
   * @throws RefusedException if there is no such job or it has ended
   */
  public Job cancel(long id) {
    Job job = get(id);
    JobProgress progress = open.get(id);
    if (progress == null) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("path", "id"),
          "Job %d has ended: it is %s.".formatted(id, job.state().label()));
    }
    progress.cancel();
    return job;
  }

  private void run(long id, JobWork work, JobProgress progress) {
    try {
      progress.at(0);
      change(id, Job::begin);
      JobWork.Outcome outcome = work.run(progress);
      change(id, job -> job.complete(outcome.summary(), outcome.figures(), clock.instant()));
    } catch (CancellationException calledOff) {
      change(id, job -> job.cancel(clock.instant()));
    } catch (RefusedException reason) {
      change(id, job -> job.fail(reason.getMessage(), clock.instant()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
      LOG.log(Level.WARNING, failure, () -> "Job " + id + " failed.");
      change(id, job -> job.fail("It failed; the log says why.", clock.instant()));
    } finally {
      open.remove(id);
    }
  }

  private void change(long id, Consumer<Job> change) {
    writer.write(
        () -> {
          Job job = get(id);
          change.accept(job);
          return job;
        });
  }

  // Before any new job is started.
  void endInterrupted(@Observes @Priority(150) Startup start) {
    writer.write(
        () -> {
          List<Job> interrupted = jobs.open();
          interrupted.forEach(
              job -> job.fail("A stop of the server interrupted it.", clock.instant()));
          return interrupted;
        });
  }

  @PreDestroy
  void stop() {
    open.values().forEach(JobProgress::cancel);
  }
}
