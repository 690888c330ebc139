package leakdetection.domain.events;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A sensor's state changed. */
@Entity
@Table(name = "sensor_events")
public class SensorEvent {

  @Id private Long id;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private SensorEventType type;

  @Column(nullable = false)
  private Instant timestamp;

  @Column(name = "detection_id")
  private Long detectionId;

  @Enumerated(EnumType.STRING)
  private SensorFault fault;

  @Column(name = "judged_late", nullable = false)
  private boolean judgedLate;

  protected SensorEvent() {}

  /**
   * @param type the new state
   * @param timestamp when it began: the time of the reading that showed it
   * @param detectionId the detection that showed it; null when it was none
   */
  public SensorEvent(long sensorId, SensorEventType type, Instant timestamp, Long detectionId) {
    this.sensorId = sensorId;
    this.type = type;
    this.timestamp = timestamp;
    this.detectionId = detectionId;
  }

  /**
   * @param condition the new state
   * @param timestamp when it began
   * @param detectionId the detection that showed it; null when it was none
   * @param judgedLate whether it was found out after its turn was over; then it says nothing of the
   *     sensor's present state
   */
  public SensorEvent(
      long sensorId,
      SensorCondition condition,
      Instant timestamp,
      Long detectionId,
      boolean judgedLate) {
    this(sensorId, condition.type(), timestamp, detectionId);
    this.fault = condition.fault().orElse(null);
    this.judgedLate = judgedLate;
  }

  /** Gives a new event its number. */
  public void identify(long number) {
    id = number;
  }

  public Long id() {
    return id;
  }

  public long sensorId() {
    return sensorId;
  }

  public SensorEventType type() {
    return type;
  }

  public Instant timestamp() {
    return timestamp;
  }

  /** Returns the state that began. */
  public SensorCondition condition() {
    return new SensorCondition(type, Optional.ofNullable(fault));
  }

  /** Tells whether this was found out after its turn was over. */
  public boolean isJudgedLate() {
    return judgedLate;
  }

  /** Returns the detection that showed the new state; null when it was none. */
  public Long detectionId() {
    return detectionId;
  }
}
