package leakdetection.domain.estimation;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An estimator's answer about one window of a sensor's template, with what it was made from. */
@Entity
@Table(name = "estimations")
public class KeptEstimation {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Column(name = "detection_id")
  private Long detectionId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private EstimationResult result;

  @Column(name = "window_from", nullable = false)
  private Instant from;

  @Column(name = "window_to", nullable = false)
  private Instant to;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "estimation_candidates",
      joinColumns = @JoinColumn(name = "estimation_id"))
  @OrderColumn(name = "position")
  private List<KeptCandidate> candidates;

  @Column(name = "no_leak", nullable = false)
  private double noLeak;

  @Column(name = "external_cause", nullable = false)
  private double externalCause;

  @Column(nullable = false)
  private double unexplained;

  @Column(name = "goodness_of_fit")
  private Double goodnessOfFit;

  @Column(nullable = false)
  private String estimator;

  @Column(nullable = false)
  private String model;

  @Column(nullable = false)
  private String notes;

  @Column(nullable = false)
  private String provenance;

  @Column(name = "made_at", nullable = false)
  private Instant madeAt;

  protected KeptEstimation() {}

  /**
   * @param from first reading of the window
   * @param to last reading of the window
   * @param notes what was assumed, in whole sentences
   * @param provenance settings, versions and data that it was made with, by name
   */
  public KeptEstimation(
      Occasion occasion,
      Instant from,
      Instant to,
      Estimation answer,
      List<String> notes,
      Map<String, String> provenance) {
    this.sensorId = occasion.sensorId();
    this.detectionId = occasion.detectionId();
    this.madeAt = occasion.at();
    this.from = from;
    this.to = to;
    this.result = answer.result();
    this.candidates = answer.candidates().stream().map(KeptCandidate::new).toList();
    this.noLeak = answer.noLeak();
    this.externalCause = answer.externalCause();
    this.unexplained = answer.unexplained();
    this.goodnessOfFit =
        Double.isFinite(answer.goodnessOfFit()) ? Double.valueOf(answer.goodnessOfFit()) : null;
    this.estimator = answer.estimator();
    this.model = answer.model();
    this.notes = String.join(" ", notes);
    this.provenance = lines(provenance);
  }

  private static String lines(Map<String, String> provenance) {
    return provenance.entrySet().stream()
        .map(entry -> entry.getKey() + "\t" + entry.getValue().replaceAll("\\s+", " "))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Why an estimation was made.
   *
   * @param detectionId the detection that asked for it; null when a person did
   * @param at when it was made
   */
  public record Occasion(long sensorId, Long detectionId, Instant at) {}

  public Long id() {
    return id;
  }

  public long sensorId() {
    return sensorId;
  }

  /** Returns the detection that asked for it; empty when a person did. */
  public Optional<Long> detectionId() {
    return Optional.ofNullable(detectionId);
  }

  public EstimationResult result() {
    return result;
  }

  /** Returns the time of the window's first reading. */
  public Instant from() {
    return from;
  }

  /** Returns the time of the window's last reading. */
  public Instant to() {
    return to;
  }

  /** Returns the candidates, most probable first. */
  public List<KeptCandidate> candidates() {
    return List.copyOf(candidates);
  }

  public double noLeak() {
    return noLeak;
  }

  public double externalCause() {
    return externalCause;
  }

  public double unexplained() {
    return unexplained;
  }

  /** Returns the share of the readings' variance that the best candidate explains. */
  public Optional<Double> goodnessOfFit() {
    return Optional.ofNullable(goodnessOfFit);
  }

  public String estimator() {
    return estimator;
  }

  public String model() {
    return model;
  }

  /** Returns what was assumed, in whole sentences; empty when nothing was. */
  public String notes() {
    return notes;
  }

  /** Returns the settings, versions and data that it was made with, by name. */
  public Map<String, String> provenance() {
    Map<String, String> byName = new LinkedHashMap<>();
    provenance
        .lines()
        .map(line -> line.split("\t", 2))
        .forEach(parts -> byName.put(parts[0], parts[1]));
    return Collections.unmodifiableMap(byName);
  }

  public Instant madeAt() {
    return madeAt;
  }
}
