package leakdetection.domain.jobs;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  /** It could not do what it was asked; its summary says why. */
  FAILED,
  /** Somebody called it off. */
  CANCELLED;

  /** Tells whether nothing more will happen to the job. */
  public boolean isFinal() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
