package leakdetection.domain.baselines;

import java.util.Locale;

/** What a sensor's baseline is for. */
public enum BaselineRole {
  /** Judges while interactive feedback is off. */
  NORMAL,
  /**
   * Judges while interactive feedback is on: the normal one and what earlier procedures were like.
   */
  FEEDBACK;

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
