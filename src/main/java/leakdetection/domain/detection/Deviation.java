package leakdetection.domain.detection;

import java.util.Locale;

/** How far a reading deviates from normal. */
public enum Deviation {
  UNDEFINED,
  OK,
  WARNING,
  CRITICAL;

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
