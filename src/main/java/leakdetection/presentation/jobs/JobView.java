package leakdetection.presentation.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import leakdetection.application.jobs.Jobs;
import leakdetection.domain.RefusedException;
import leakdetection.domain.jobs.Job;
import leakdetection.presentation.records.AdminRequest;
import leakdetection.presentation.records.Cell;

/** A job: how far it is, what came of it, and calling it off. */
@Named
@RequestScoped
public class JobView {

  private static final int SHOWN = 25;

  @Inject AdminRequest request;
  @Inject Jobs jobs;

  private String problem = "";

  /** Calls the job off. */
  public void cancel() {
    try {
      jobs.cancel(request.number("job", 0));
      request.goTo("/admin/jobs.xhtml");
    } catch (RefusedException refusal) {
      request.fail(refusal);
      problem = request.told(refusal);
    }
  }

  /** Returns what is wrong; empty if nothing is. */
  public String getProblem() {
    return problem;
  }

  /** A job that has not ended, as the page shows it; share in whole percent. */
  public record Row(long id, String kind, String state, int share, String since) {}

  /** Returns the jobs that have not ended, newest first. */
  public List<Row> getOpen() {
    return jobs.before(Long.MAX_VALUE, Jobs.OPEN_LIMIT).stream()
        .filter(job -> job.endedAt().isEmpty())
        .map(this::row)
        .toList();
  }

  private Row row(Job job) {
    return new Row(
        job.id(),
        request.texts().choice(job.kind().label()),
        request.texts().choice(job.state().label()),
        (int) Math.floor(100 * jobs.progress(job)),
        Cell.time(job.createdAt()));
  }

  /** A job that has ended. */
  public record Ended(
      long id, String kind, String state, String stateName, String summary, String at) {}

  /** Returns the jobs that ended last. */
  public List<Ended> getEnded() {
    return jobs.before(Long.MAX_VALUE, Jobs.OPEN_LIMIT).stream()
        .filter(job -> job.endedAt().isPresent())
        .limit(SHOWN)
        .map(
            job ->
                new Ended(
                    job.id(),
                    request.texts().choice(job.kind().label()),
                    job.state().label(),
                    request.texts().choice(job.state().label()),
                    request.texts().told(job.summary()),
                    Cell.time(job.endedAt().orElseThrow())))
        .toList();
  }
}
