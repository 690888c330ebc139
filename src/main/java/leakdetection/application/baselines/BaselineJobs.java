package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.jobs.JobWork;
import leakdetection.application.jobs.Jobs;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;

/** Starts the jobs that tend the baselines, by hand and when they are due. */
@ApplicationScoped
public class BaselineJobs {

  @Inject Jobs jobs;
  @Inject SensorRegistry sensors;
  @Inject BaselineSelection selection;
  @Inject BaselineAugmentation augmentation;
  @Inject SystemEvents systemEvents;

  /**
   * Starts to choose the best baseline of the bank for a sensor.
   *
   * @param dryRun whether it only shows what it would change
   * @throws RefusedException if there is no such sensor or such a job is open already
   */
  public Job select(long sensorId, boolean dryRun) {
    return start(
        JobKind.BASELINE_SELECTION,
        sensorId,
        dryRun,
        progress -> selection.select(sensorId, dryRun, progress));
  }

  /**
   * Starts to append a sensor's cleaned new readings to its baseline.
   *
   * @param dryRun whether it only shows what it would change
   * @throws RefusedException if there is no such sensor or such a job is open already
   */
  public Job augment(long sensorId, boolean dryRun) {
    return start(
        JobKind.BASELINE_AUGMENTATION,
        sensorId,
        dryRun,
        progress -> augmentation.augment(sensorId, dryRun, progress));
  }

  // One at a time: two jobs at once would append the same readings twice.
  private synchronized Job start(JobKind kind, long sensorId, boolean dryRun, JobWork work) {
    String name = sensors.get(sensorId).name();
    if (jobs.isOpen(kind, sensorId)) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT,
          List.of("path", "id"),
          "Sensor %s already has an open job of this kind.".formatted(name));
    }
    return jobs.start(kind, sensorId, dryRun, dryRun ? work : told(work, sensorId));
  }

  /** Tells the operators when it was impossible; one sensor's lack of data harms no other's job. */
  private JobWork told(JobWork work, long sensorId) {
    return progress -> {
      try {
        return work.run(progress);
      } catch (RefusedException impossible) {
        systemEvents.raise(
            SystemEventType.INFO,
            "The baseline could not be tended. " + impossible.getMessage(),
            sensorId);
        throw impossible;
      }
    };
  }
}
