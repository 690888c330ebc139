package leakdetection.domain.jobs;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One piece of long work. It is queued, runs, and ends as done, failed or cancelled; then it has a
 * summary and, if it was done, figures.
 */
@Entity
@Table(name = "jobs")
public class Job {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private JobKind kind;

  @Column(name = "sensor_id")
  private Long sensorId;

  @Column(name = "dry_run", nullable = false)
  private boolean dryRun;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private JobState state;

  @Column(nullable = false)
  private double progress;

  @Column(nullable = false)
  private String summary;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "job_figures", joinColumns = @JoinColumn(name = "job_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, String> figures = new TreeMap<>();

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Job() {}

  /**
   * @param sensorId the sensor it is about; null when it is about several
   * @param dryRun whether it only shows what it would change
   */
  public Job(JobKind kind, Long sensorId, boolean dryRun, Instant createdAt) {
    this.kind = kind;
    this.sensorId = sensorId;
    this.dryRun = dryRun;
    this.state = JobState.QUEUED;
    this.summary = "";
    this.createdAt = createdAt;
  }

  /** Notes that the work has begun. */
  public void begin() {
    state = JobState.RUNNING;
  }

  /**
   * Notes that the work was done.
   *
   * @param newSummary what came of it, one sentence
   * @param newFigures what a person wants to know besides, by name
   */
  public void complete(String newSummary, Map<String, String> newFigures, Instant at) {
    end(JobState.DONE, newSummary, at);
    progress = 1;
    figures = new TreeMap<>(newFigures);
  }

  /** Notes that the work could not be done. */
  public void fail(String reason, Instant at) {
    end(JobState.FAILED, reason, at);
  }

  /** Notes that the work was called off. */
  public void cancel(Instant at) {
    end(JobState.CANCELLED, "It was cancelled.", at);
  }

  private void end(JobState newState, String newSummary, Instant at) {
    state = newState;
    summary = newSummary;
    endedAt = at;
  }

  public Long id() {
    return id;
  }

  public JobKind kind() {
    return kind;
  }

  /** Returns the sensor it is about; empty when it is about several. */
  public Optional<Long> sensorId() {
    return Optional.ofNullable(sensorId);
  }

  /** Tells whether the job only shows what it would change. */
  public boolean isDryRun() {
    return dryRun;
  }

  public JobState state() {
    return state;
  }

  /** Returns the share that is done, 0 to 1; of a running job {@code Jobs} knows better. */
  public double progress() {
    return progress;
  }

  /** Returns what came of it, one sentence; empty until it ends. */
  public String summary() {
    return summary;
  }

  /** Returns the figures of a job that is done, by name. */
  public Map<String, String> figures() {
    return Collections.unmodifiableMap(figures);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
