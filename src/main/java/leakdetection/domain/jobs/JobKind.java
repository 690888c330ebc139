package leakdetection.domain.jobs;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
  /** Chooses the best baseline of the bank for a sensor. */
  BASELINE_SELECTION,
  /** Appends a sensor's cleaned new readings to its baseline. */
  BASELINE_AUGMENTATION,
  /** Compares detectors on stored history. */
  BACKTEST,
  /** Copies the database while it is used. */
  BACKUP;

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
