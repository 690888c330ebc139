package leakdetection.domain.baselines;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A known operation that disturbed a sensor while interactive feedback was on. It is recorded, then
 * learned or discarded, and what was learned can be undone.
 */
@Entity
@Table(name = "procedures")
public class Procedure {

  /** A recording with such a value may be a leak and is not learned, ppmv. */
  public static final double TOO_HIGH = 1000;

  /** What became of it. */
  public enum Outcome {
    RECORDING,
    LEARNED,
    DISCARDED,
    UNDONE
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Column(name = "began_at", nullable = false)
  private Instant beganAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Outcome outcome;

  // With the window before it, because a window ends in the procedure before it begins in it.
  private byte[] ppmv;

  protected Procedure() {}

  /**
   * Begins to record.
   *
   * @param beganAt time of the last reading before it
   */
  public Procedure(long sensorId, Instant beganAt) {
    this.sensorId = sensorId;
    this.beganAt = beganAt;
    this.outcome = Outcome.RECORDING;
  }

  /**
   * Keeps what was recorded.
   *
   * @param endedAt time of its last reading
   * @param recorded [n], ppmv, oldest first, with the window before it
   */
  public void learn(Instant endedAt, double[] recorded) {
    this.endedAt = endedAt;
    this.ppmv = Ppmv.toBytes(recorded);
    this.outcome = Outcome.LEARNED;
  }

  /** Drops what was recorded. */
  public void discard(Instant endedAt) {
    this.endedAt = endedAt;
    this.outcome = Outcome.DISCARDED;
  }

  /** Unlearns it; what was recorded stays to be seen. */
  public void undo() {
    this.outcome = Outcome.UNDONE;
  }

  public Long id() {
    return id;
  }

  public long sensorId() {
    return sensorId;
  }

  /** Returns the time of the last reading before it. */
  public Instant beganAt() {
    return beganAt;
  }

  /** Returns the time of its last reading; empty while it is recorded. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Returns what was recorded, ppmv, with the window before it; empty if it was not kept. */
  public double[] ppmv() {
    return ppmv == null ? new double[0] : Ppmv.fromBytes(ppmv);
  }
}
