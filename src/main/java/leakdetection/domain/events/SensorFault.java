package leakdetection.domain.events;

import java.util.Locale;

/** What is the matter with a sensor that measures nothing; never a leak. */
public enum SensorFault {
  /** No readings come. */
  SILENT,
  /** It shows one value for too long. */
  STUCK,
  /** It delivers sentinels and other values that it cannot have measured. */
  SENTINEL;

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
