package leakdetection.domain.events;

import java.util.Locale;

/** What an operator says an event was. */
public enum EventVerdict {
  LEAK,
  /** Nothing was the matter; the detection learns from it. */
  NOT_A_LEAK,
  EXTERNAL_CAUSE,
  MAINTENANCE;

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
