package leakdetection.application.detection;

import leakdetection.application.events.SystemEvents.SystemEventDraft;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.events.SensorFault;
import leakdetection.domain.events.SystemEventType;

/** What operators are told when a sensor measures nothing, and when it measures again. */
final class SensorFaultMessage {

  private SensorFaultMessage() {}

  /**
   * Returns the message.
   *
   * @param before the state before; null when there was none
   */
  static SystemEventDraft of(
      long sensorId, String sensorName, SensorCondition before, Step.Change change) {
    String fact =
        change
            .condition()
            .fault()
            .map(SensorFaultMessage::fact)
            .orElseGet(() -> "measures again" + after(before));
    return new SystemEventDraft(
        SystemEventType.INFO,
        "Sensor %s %s since %s.".formatted(sensorName, fact, change.time()),
        sensorId);
  }

  private static String fact(SensorFault fault) {
    return switch (fault) {
      case SILENT -> "is silent: no readings come";
      case STUCK -> "is stuck: it shows one value";
      case SENTINEL -> "delivers no measured values";
    };
  }

  private static String after(SensorCondition before) {
    return before == null
        ? ""
        : before.fault().map(fault -> " after it was " + fault.label()).orElse("");
  }
}
