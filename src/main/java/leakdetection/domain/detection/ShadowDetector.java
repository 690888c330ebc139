package leakdetection.domain.detection;

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
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;

/** A detector that judges a sensor silently, beside the one that counts. */
@Entity
@Table(name = "shadow_detectors")
public class ShadowDetector {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "sensor_id", nullable = false)
  private long sensorId;

  @Column(name = "detector_id", nullable = false)
  private String detectorId;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "shadow_settings", joinColumns = @JoinColumn(name = "shadow_detector_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, Double> settings = new HashMap<>();

  protected ShadowDetector() {}

  /**
   * @param settings by parameter name; the rest keep their defaults
   */
  public ShadowDetector(long sensorId, String detectorId, Map<String, Double> settings) {
    this.sensorId = sensorId;
    this.detectorId = detectorId;
    this.settings = new HashMap<>(settings);
  }

  public Long id() {
    return id;
  }

  public long sensorId() {
    return sensorId;
  }

  public String detectorId() {
    return detectorId;
  }

  /** Returns the values that were set, by parameter name. */
  public Map<String, Double> settings() {
    return Map.copyOf(settings);
  }
}
