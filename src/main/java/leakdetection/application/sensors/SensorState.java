package leakdetection.application.sensors;

import java.util.Locale;
import leakdetection.domain.detection.Deviation;

/** What a glance at a sensor should tell, worst first. */
public enum SensorState {
  CRITICAL,
  WARNING,
  /** The sensor is not judged: its detector cannot run. */
  NOT_AVAILABLE,
  /** Too few readings were seen for a judgement. */
  UNDEFINED,
  OK;

  static SensorState of(Deviation deviation) {
    return valueOf(deviation.name());
  }

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
