package leakdetection.presentation.streams;

/**
 * What a client can listen to.
 *
 * @param kind which items
 * @param sensorId whose items; 0 for a kind that is about all sensors
 */
public record Topic(Kind kind, long sensorId) {

  /** The system events of all sensors and of none. */
  public static final Topic SYSTEM_EVENTS = new Topic(Kind.SYSTEM_EVENTS, 0);

  /** The states of all sensors, for the pages. */
  public static final Topic OVERVIEW = new Topic(Kind.OVERVIEW, 0);

  /** The kinds of items. */
  public enum Kind {
    READINGS,
    DETECTIONS,
    ESTIMATIONS,
    SENSOR_EVENTS,
    SYSTEM_EVENTS,
    OVERVIEW
  }

  /** Returns the topic of a sensor's items of a kind. */
  public static Topic of(Kind kind, long sensorId) {
    return new Topic(kind, sensorId);
  }
}
