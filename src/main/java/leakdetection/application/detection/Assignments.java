package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.domain.detection.Thresholds;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorConfiguration;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;

/** Decides which detector judges a sensor, and by what. */
@ApplicationScoped
public class Assignments {

  /** The detector of a sensor for which nobody chose one. */
  public static final String DEFAULT_DETECTOR = "matrix-profile";

  private static final String MATRIX_PROFILE = "matrix-profile";

  @Inject DetectorCatalogue catalogue;
  @Inject SensorRepository sensors;
  @Inject BaselineShelf baselines;
  @Inject ProductSettings settings;

  /**
   * Returns the assignment in force; empty if the sensor is gone.
   *
   * @throws UnknownDetectorException if its detector is not installed
   */
  public Optional<Assignment> of(long sensorId) {
    return sensors.find(sensorId).map(this::of);
  }

  private Assignment of(Sensor sensor) {
    SensorConfiguration configuration = sensor.configuration();
    InstalledDetector detector = catalogue.get(configuration.detectorId().orElse(DEFAULT_DETECTOR));
    BaselineRole role =
        configuration.isInteractiveFeedbackMode() ? BaselineRole.FEEDBACK : BaselineRole.NORMAL;
    BaselineVersion version = baselines.inForce(sensor.id(), role);
    DetectorContext context =
        new DetectorContext(
            baselines.series(version.baseline()),
            detector.descriptor().settings(configuration.detectorSettings()),
            List.of());
    return new Assignment(
        sensor.name(),
        detector,
        context,
        thresholds(detector.descriptor()),
        configuration.isInteractiveFeedbackMode(),
        fingerprint(detector, context, role, version));
  }

  /** The matrix profile's thresholds can be set; every other detector proposes its own. */
  private Thresholds thresholds(DetectorDescriptor descriptor) {
    return descriptor.id().equals(MATRIX_PROFILE)
        ? new Thresholds(settings.anomalyDetection().warning(), settings.anomalyDetection().alert())
        : new Thresholds(descriptor.warning(), descriptor.critical());
  }

  private static String fingerprint(
      InstalledDetector detector,
      DetectorContext context,
      BaselineRole role,
      BaselineVersion version) {
    return String.join(
        "|",
        detector.id(),
        detector.sha256(),
        Integer.toString(detector.descriptor().stateVersion()),
        context.settings().asMap().toString(),
        role.label(),
        version.baseline().fingerprint());
  }
}
