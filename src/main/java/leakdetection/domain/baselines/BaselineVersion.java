package leakdetection.domain.baselines;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which baseline a sensor is judged by from one instant on; the newest version is in force. */
@Entity
@Table(name = "baseline_versions")
public class BaselineVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private BaselineRole role;

  @Column(nullable = false)
  private int version;

  @ManyToOne(optional = false)
  @JoinColumn(name = "baseline_id", nullable = false)
  private Baseline baseline;

  @Column(nullable = false)
  private String reason;

  @Column(nullable = false)
  private Instant since;

  protected BaselineVersion() {}

  /**
   * @param version counts from 1 for each sensor and role
   * @param reason why it came into force, one sentence
   */
  public BaselineVersion(
      long sensorId,
      BaselineRole role,
      int version,
      Baseline baseline,
      String reason,
      Instant since) {
    this.sensorId = sensorId;
    this.role = role;
    this.version = version;
    this.baseline = baseline;
    this.reason = reason;
    this.since = since;
  }

  /** Returns the version that follows this one. */
  public BaselineVersion next(Baseline newBaseline, String newReason, Instant at) {
    return new BaselineVersion(sensorId, role, version + 1, newBaseline, newReason, at);
  }

  public Long id() {
    return id;
  }

  public long sensorId() {
    return sensorId;
  }

  public BaselineRole role() {
    return role;
  }

  public int version() {
    return version;
  }

  public Baseline baseline() {
    return baseline;
  }

  public String reason() {
    return reason;
  }

  public Instant since() {
    return since;
  }
}
