package leakdetection.domain.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message to the operators. */
@Entity
@Table(name = "system_events")
public class SystemEvent {

  @Id private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SystemEventType type;

  @Column(nullable = false)
  private String message;

  @Column(nullable = false)
  private Instant timestamp;

  @Column(name = "sensor_id")
  private Long sensorId;

  protected SystemEvent() {}

  /**
   * @param message one sentence in words an operator understands
   * @param timestamp when it was raised
   * @param sensorId the sensor it is about; null when it is about none
   */
  public SystemEvent(SystemEventType type, String message, Instant timestamp, Long sensorId) {
    this.type = type;
    this.message = message;
    this.timestamp = timestamp;
    this.sensorId = sensorId;
  }

  /** Gives a new event its number. */
  public void identify(long number) {
    id = number;
  }

  public Long id() {
    return id;
  }

  public SystemEventType type() {
    return type;
  }

  public String message() {
    return message;
  }

  public Instant timestamp() {
    return timestamp;
  }

  /** Returns the sensor it is about; null when it is about none. */
  public Long sensorId() {
    return sensorId;
  }
}
