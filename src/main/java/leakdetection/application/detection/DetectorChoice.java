package leakdetection.application.detection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Sensor;
import leakdetection.spi.InvalidSettingsException;

/**
 * Lets an engineer choose which detector judges a sensor. A choice is tried on the sensor's
 * baseline first; what does not work leaves the old one in force.
 */
@ApplicationScoped
public class DetectorChoice {

  /** How long a detector may take to be made. */
  private static final int PATIENCE_SECONDS = 5;

  @Inject DetectorCatalogue catalogue;
  @Inject Assignments assignments;
  @Inject SensorRegistry sensors;

  @Resource(lookup = "concurrent/detection")
  ManagedExecutorService executor;

  @Inject PluginThreads plugins;

  /**
   * Returns what judges a sensor.
   *
   * @throws RefusedException if there is no such sensor, or its detector is no longer installed
   */
  public Assignment of(long sensorId) {
    sensors.get(sensorId);
    try {
      return assignments.of(sensorId).orElseThrow();
    } catch (UnknownDetectorException gone) {
      throw new RefusedException(
          RefusedException.Reason.CONFLICT, List.of("path", "id"), gone.getMessage());
    }
  }

  /**
   * Chooses the detector of a sensor; it judges from the next reading on and is shown the sensor's
   * history first.
   *
   * @param settings by parameter name; the rest keep their defaults
   * @throws RefusedException if there is no such sensor, detector or setting, a value is out of
   *     bounds, or the detector cannot work with the sensor's baseline
   */
  public Assignment choose(long sensorId, String detectorId, Map<String, Double> settings) {
    Sensor sensor = sensors.get(sensorId);
    InstalledDetector detector =
        catalogue
            .find(detectorId)
            .orElseThrow(() -> RefusedException.invalid("id", unknown(detectorId)));
    try {
      tryOut(assignments.with(sensor, detector, settings));
    } catch (InvalidSettingsException invalid) {
      throw RefusedException.invalid("settings", invalid.getMessage());
    }
    sensors.configure(sensorId, configuration -> configuration.judgeWith(detectorId, settings));
    return of(sensorId);
  }

  private String unknown(String detectorId) {
    return new UnknownDetectorException(
            detectorId, catalogue.installed().stream().map(InstalledDetector::id).toList())
        .getMessage();
  }

  private void tryOut(Assignment assignment) {
    InstalledDetector detector = assignment.detector();
    try {
      if (detector.isBuiltIn()) {
        CompletableFuture.runAsync(
                () -> RunningDetector.fresh(assignment, plugins).close(), executor)
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
      } else {
        RunningDetector.fresh(assignment, plugins).close();
      }
    } catch (CompletionException failure) {
      throw RefusedException.invalid(
          "id",
          failure.getCause() instanceof TimeoutException
              ? "Detector %s was not ready within %d s.".formatted(detector.id(), PATIENCE_SECONDS)
              : failure.getCause().getMessage());
    } catch (DetectorFailure failure) {
      throw RefusedException.invalid("id", failure.getMessage());
    }
  }
}
