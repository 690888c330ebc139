package leakdetection.domain.events;

import java.util.Locale;
import leakdetection.domain.detection.Deviation;

/** The states of a sensor between which events are raised. */
public enum SensorEventType {
  CRITICAL,
  OK,
  NOT_AVAILABLE;

  /** Returns the state that a judgement leads to: only critical is critical. */
  public static SensorEventType of(Deviation deviation) {
    return deviation == Deviation.CRITICAL ? CRITICAL : OK;
  }

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
