package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.domain.baselines.Procedure;
import leakdetection.domain.baselines.ProcedureRepository;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.detection.Thresholds;
import leakdetection.domain.events.EventFeedbackRepository;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorConfiguration;
import leakdetection.domain.sensors.SensorRepository;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.Interval;

/** Decides which detector judges a sensor, and by what. */
@ApplicationScoped
public class Assignments {

  /** The detector of a sensor for which nobody chose one. */
  public static final String DEFAULT_DETECTOR = "amsr";

  private static final String MATRIX_PROFILE = "matrix-profile";

  @Inject DetectorCatalogue catalogue;
  @Inject SensorRepository sensors;
  @Inject BaselineShelf baselines;
  @Inject EventFeedbackRepository feedback;
  @Inject ProcedureRepository procedures;
  @Inject ShadowRepository shadows;
  @Inject ProductSettings settings;

  /**
   * Returns the assignment in force; empty if the sensor is gone.
   *
   * @throws UnknownDetectorException if its detector is not installed
   */
  public Optional<Assignment> of(long sensorId) {
    return sensors.find(sensorId).map(this::of);
  }

  /**
   * Returns the assignment of a second opinion; empty if the sensor or the opinion is gone.
   *
   * @throws UnknownDetectorException if the detector is not installed
   */
  public Optional<Assignment> ofShadow(long sensorId, String detectorId) {
    return shadows.of(sensorId).stream()
        .filter(shadow -> shadow.detectorId().equals(detectorId))
        .findFirst()
        .flatMap(
            shadow ->
                sensors
                    .find(sensorId)
                    .map(sensor -> with(sensor, catalogue.get(detectorId), shadow.settings())));
  }

  private Assignment of(Sensor sensor) {
    SensorConfiguration configuration = sensor.configuration();
    return with(
        sensor,
        catalogue.get(configuration.detectorId().orElse(DEFAULT_DETECTOR)),
        configuration.detectorSettings());
  }

  /**
   * Returns the assignment that would be in force with another detector.
   *
   * @throws leakdetection.spi.InvalidSettingsException if a setting is unknown or out of bounds
   */
  Assignment with(Sensor sensor, InstalledDetector detector, Map<String, Double> chosen) {
    boolean feedbackMode = sensor.configuration().isInteractiveFeedbackMode();
    BaselineRole role = feedbackMode ? BaselineRole.FEEDBACK : BaselineRole.NORMAL;
    BaselineVersion version = baselines.inForce(sensor.id(), role);
    DetectorContext context =
        new DetectorContext(
            baselines.series(version.baseline()),
            detector.descriptor().settings(settings(detector, chosen)),
            normalStretches(sensor.id(), feedbackMode));
    return new Assignment(
        sensor.name(),
        detector,
        context,
        thresholds(detector.descriptor()),
        feedbackMode,
        fingerprint(detector, context, role, version));
  }

  /** Procedures are normal only while the mode is on in which they are expected. */
  private List<Interval> normalStretches(long sensorId, boolean feedbackMode) {
    Stream<Interval> events =
        feedback.normalStretches(sensorId).stream()
            .map(
                stretch ->
                    new Interval(
                        stretch.normalFrom().orElseThrow(), stretch.normalTo().orElseThrow()));
    if (!feedbackMode) {
      return events.toList();
    }
    Stream<Interval> learned =
        procedures.of(sensorId, Procedure.Outcome.LEARNED).stream()
            .map(procedure -> new Interval(procedure.beganAt(), procedure.endedAt().orElseThrow()));
    return Stream.concat(events, learned).sorted(Comparator.comparing(Interval::from)).toList();
  }

  /** The product's settings know the matrix profile's window; a sensor's own value goes before. */
  private Map<String, Double> settings(InstalledDetector detector, Map<String, Double> chosen) {
    Map<String, Double> given = new HashMap<>(chosen);
    if (detector.id().equals(MATRIX_PROFILE)) {
      given.putIfAbsent("window", (double) settings.anomalyDetection().windowSize());
    }
    return given;
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
        version.baseline().fingerprint(),
        context.normal().toString());
  }
}
