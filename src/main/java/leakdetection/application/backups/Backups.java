package leakdetection.application.backups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import leakdetection.application.jobs.JobProgress;
import leakdetection.application.jobs.JobWork;
import leakdetection.application.jobs.Jobs;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.jobs.Job;
import leakdetection.domain.jobs.JobKind;

/** Makes backups while the product works, and keeps the newest ones. */
@ApplicationScoped
public class Backups {

  @Inject Jobs jobs;
  @Inject BackupStore store;
  @Inject ProductSettings settings;
  @Inject Clock clock;

  /**
   * Starts a backup.
   *
   * @throws RefusedException if one is being made
   */
  public synchronized Job start() {
    if (jobs.isOpen(JobKind.BACKUP)) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT, List.of(), "A backup is being made already.");
    }
    return jobs.start(JobKind.BACKUP, null, false, this::make);
  }

  /** Returns the backups that are kept, newest first. */
  public List<Backup> all() {
    return store.all();
  }

  private JobWork.Outcome make(JobProgress progress) {
    Backup backup = store.make(clock.instant(), progress::at);
    List<Backup> all = store.all();
    List<Backup> old = all.subList(Math.min(all.size(), settings.kept().backups()), all.size());
    old.forEach(store::remove);
    return new JobWork.Outcome(
        "The backup %s was made and found sound.".formatted(backup.name()),
        Map.of(
            "name",
            backup.name(),
            "bytes",
            Long.toString(backup.bytes()),
            "removed",
            Integer.toString(old.size())));
  }
}
