package leakdetection.application.records;

import java.util.Map;

/**
 * A record.
 *
 * @param values by column: a Long, Double, String, Boolean, Instant or {@link Link}; what is
 *     missing is not among them
 */
public record RecordRow(long id, Map<String, Object> values) {

  /** Another record that is referred to. */
  public record Link(long id, String text) {}

  /** Returns the sensor that it is about; 0 for none. */
  public long sensorId() {
    return values.get(RecordKind.SENSOR) instanceof Link link ? link.id() : 0;
  }
}
