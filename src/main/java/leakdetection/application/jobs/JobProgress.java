package leakdetection.application.jobs;

import java.util.concurrent.CancellationException;

/** How far a job is. The work tells it, anybody may look. Thread-safe. */
public final class JobProgress {

  private final long jobId;
  private volatile double share;
  private volatile boolean cancelled;

  /**
   * @param jobId the job that is done
   */
  public JobProgress(long jobId) {
    this.jobId = jobId;
  }

  /** Returns the id of the job that is done. */
  public long jobId() {
    return jobId;
  }

  /**
   * Notes how far the work is.
   *
   * @param done share, 0 to 1
   * @throws CancellationException if the job was called off
   */
  public void at(double done) {
    if (cancelled) {
      throw new CancellationException("The job was cancelled.");
    }
    share = Math.max(0, Math.min(1, done));
  }

  /** Calls the job off; it ends when it next tells how far it is. */
  void cancel() {
    cancelled = true;
  }

  /** Tells whether the job was called off. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Returns the share that is done, 0 to 1. */
  public double share() {
    return share;
  }
}
