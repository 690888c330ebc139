package leakdetection.domain.events;

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
import java.util.OptionalInt;

/** What an operator said of an event; the newest word counts. */
@Entity
@Table(name = "event_feedback")
public class EventFeedback {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "event_id", nullable = false)
  private long eventId;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private EventVerdict verdict;

  @Column(nullable = false)
  private String comment;

  @Column(name = "given_at", nullable = false)
  private Instant givenAt;

  @Column(name = "normal_from")
  private Instant normalFrom;

  @Column(name = "normal_to")
  private Instant normalTo;

  @Column(name = "baseline_version")
  private Integer baselineVersion;

  @Column(nullable = false)
  private boolean undone;

  protected EventFeedback() {}

  /**
   * @param event what it is about
   * @param comment free text, may be empty
   */
  public EventFeedback(SensorEvent event, EventVerdict verdict, String comment, Instant givenAt) {
    this.eventId = event.id();
    this.sensorId = event.sensorId();
    this.verdict = verdict;
    this.comment = comment;
    this.givenAt = givenAt;
  }

  /**
   * Confirms a stretch as normal.
   *
   * @param from first instant, inclusive
   * @param to last instant, exclusive
   */
  public void confirmNormal(Instant from, Instant to) {
    normalFrom = from;
    normalTo = to;
  }

  /** Notes the version of the sensor's baseline that learned from it. */
  public void taught(int version) {
    baselineVersion = version;
  }

  /** Takes it back. */
  public void undo() {
    undone = true;
  }

  public Long id() {
    return id;
  }

  public long eventId() {
    return eventId;
  }

  public long sensorId() {
    return sensorId;
  }

  public EventVerdict verdict() {
    return verdict;
  }

  public String comment() {
    return comment;
  }

  public Instant givenAt() {
    return givenAt;
  }

  /** Returns the beginning of the stretch that it confirmed as normal, inclusive. */
  public Optional<Instant> normalFrom() {
    return Optional.ofNullable(normalFrom);
  }

  /** Returns the end of the stretch that it confirmed as normal, exclusive. */
  public Optional<Instant> normalTo() {
    return Optional.ofNullable(normalTo);
  }

  /** Returns the version of the sensor's baseline that learned from it. */
  public OptionalInt baselineVersion() {
    return baselineVersion == null ? OptionalInt.empty() : OptionalInt.of(baselineVersion);
  }

  /** Tells whether it was taken back. */
  public boolean isUndone() {
    return undone;
  }
}
