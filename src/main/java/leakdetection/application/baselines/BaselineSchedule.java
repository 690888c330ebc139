package leakdetection.application.baselines;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.BaselineRepository;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;
import leakdetection.domain.jobs.JobRepository;
import leakdetection.domain.sensors.SensorRepository;

/**
 * Starts the jobs that tend the baselines when they are due: an interval after the last one of the
 * kind or, for a sensor that had none, after it got its first baseline. What is due is read from
 * the database, so what came due while the server was down runs once, soon after the start.
 */
@ApplicationScoped
public class BaselineSchedule {

  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Logger LOG = Logger.getLogger(BaselineSchedule.class.getName());

  @Inject ProductSettings settings;
  @Inject SensorRepository sensors;
  @Inject BaselineRepository baselines;
  @Inject JobRepository jobs;
  @Inject BaselineJobs baselineJobs;
  @Inject Clock clock;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private ScheduledFuture<?> looking;

  void onStart(@Observes @Priority(600) Startup start) {
    looking = timer.scheduleWithFixedDelay(this::look, 5, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  /** Starts every job that is due. */
  void look() {
    try {
      for (long sensorId : sensors.ids()) {
        if (isDue(sensorId, JobKind.BASELINE_SELECTION, settings.baselines().selectionInterval())) {
          start(() -> baselineJobs.select(sensorId, false));
        }
        if (isDue(
            sensorId, JobKind.BASELINE_AUGMENTATION, settings.baselines().augmentationInterval())) {
          start(() -> baselineJobs.augment(sensorId, false));
        }
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "The schedule of the baselines looks again in a minute.", failure);
    }
  }

  private boolean isDue(long sensorId, JobKind kind, Duration interval) {
    Optional<Instant> last =
        jobs.lastStarted(kind, sensorId)
            .map(Job::createdAt)
            .or(() -> baselines.first(sensorId, BaselineRole.NORMAL).map(first -> first.since()));
    return last.filter(at -> !at.plus(interval).isAfter(clock.instant())).isPresent();
  }

  private static void start(Runnable job) {
    try {
      job.run();
    } catch (RefusedException notNow) {
      LOG.log(Level.FINE, "A baseline job waits: {0}", notNow.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }
}
