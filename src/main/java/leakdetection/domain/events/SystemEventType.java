package leakdetection.domain.events;

import java.util.Locale;

/** How a message to the operators is meant; the dashboard keeps critical ones until closed. */
public enum SystemEventType {
  ALERT_CRITICAL,
  ALERT_SUCCESS,
  INFO;

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
