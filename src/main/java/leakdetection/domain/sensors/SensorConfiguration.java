package leakdetection.domain.sensors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people set for a sensor, and when its baseline was last tended. */
@Entity
@Table(name = "sensor_configurations")
public class SensorConfiguration {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @OneToOne(optional = false)
  @JoinColumn(name = "sensor_id", nullable = false)
  private Sensor sensor;

  @Column(nullable = false)
  private boolean pinned;

  @Column(name = "interactive_feedback_mode", nullable = false)
  private boolean interactiveFeedbackMode;

  @Column(name = "last_baseline_selection_timestamp")
  private Instant lastBaselineSelection;

  @Column(name = "last_baseline_augmentation_timestamp")
  private Instant lastBaselineAugmentation;

  @Column(name = "baseline_selected_to")
  private Instant baselineSelectedTo;

  @Column(name = "baseline_augmented_to")
  private Instant baselineAugmentedTo;

  @Column(name = "detector_id")
  private String detectorId;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "detector_settings",
      joinColumns = @JoinColumn(name = "sensor_configuration_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, Double> detectorSettings = new HashMap<>();

  protected SensorConfiguration() {}

  SensorConfiguration(Sensor sensor) {
    this.sensor = sensor;
  }

  /** Pins the sensor to the dashboard, or takes it off. */
  public void togglePin() {
    pinned = !pinned;
  }

  /** Switches interactive feedback on, or off. */
  public void toggleInteractiveFeedbackMode() {
    interactiveFeedbackMode = !interactiveFeedbackMode;
  }

  /**
   * Lets another detector judge this sensor.
   *
   * @param newDetectorId the plug-in's id
   * @param newSettings the values that were set, by parameter name; the rest keep their defaults
   */
  public void judgeWith(String newDetectorId, Map<String, Double> newSettings) {
    this.detectorId = newDetectorId;
    this.detectorSettings = new HashMap<>(newSettings);
  }

  /**
   * Notes that the best baseline was looked for.
   *
   * @param upTo time of the last reading that was looked at
   */
  public void baselineSelected(Instant at, Instant upTo) {
    lastBaselineSelection = at;
    baselineSelectedTo = upTo;
  }

  /**
   * Notes that the baseline was augmented.
   *
   * @param upTo time of the last reading that was looked at, never to be appended again
   */
  public void baselineAugmented(Instant at, Instant upTo) {
    lastBaselineAugmentation = at;
    baselineAugmentedTo = upTo;
  }

  public Long id() {
    return id;
  }

  public Sensor sensor() {
    return sensor;
  }

  public boolean isPinned() {
    return pinned;
  }

  public boolean isInteractiveFeedbackMode() {
    return interactiveFeedbackMode;
  }

  public Optional<Instant> lastBaselineSelection() {
    return Optional.ofNullable(lastBaselineSelection);
  }

  public Optional<Instant> lastBaselineAugmentation() {
    return Optional.ofNullable(lastBaselineAugmentation);
  }

  /** Returns the time of the last reading that a selection of the baseline looked at. */
  public Optional<Instant> baselineSelectedTo() {
    return Optional.ofNullable(baselineSelectedTo);
  }

  /** Returns the time of the last reading that an augmentation of the baseline looked at. */
  public Optional<Instant> baselineAugmentedTo() {
    return Optional.ofNullable(baselineAugmentedTo);
  }

  /** Returns the id of the detector that was chosen; empty while the default judges. */
  public Optional<String> detectorId() {
    return Optional.ofNullable(detectorId);
  }

  /** Returns the values that were set for the chosen detector, by parameter name. */
  public Map<String, Double> detectorSettings() {
    return Map.copyOf(detectorSettings);
  }
}
