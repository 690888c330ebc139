package leakdetection.application.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.Cleaning;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorConfiguration;
import leakdetection.domain.sensors.SensorRepository;

/** A sensor's stored readings without everything that may have been a leak. */
@ApplicationScoped
public class CleanedHistory {

  /** How far back a job looks: a year of readings at 10 minutes. */
  private static final int LIMIT = 52_560;

  @Inject SensorRepository sensors;
  @Inject AnomalyDetectionRepository detections;
  @Inject ProductSettings settings;

  /**
   * Cleaned readings.
   *
   * @param ppmv [n], ppmv; NaN at junctions
   * @param upTo time of the last reading that was looked at
   */
  record Cleaned(double[] ppmv, Instant upTo) {}

  /** Returns the readings of a window, one day. */
  int window() {
    return settings.anomalyDetection().windowSize();
  }

  /**
   * Returns what was read since the last selection of the baseline.
   *
   * @throws RefusedException if there is no such sensor or there are too few readings
   */
  Cleaned sinceSelection(long sensorId) {
    return since(sensorId, SensorConfiguration::baselineSelectedTo);
  }

  /**
   * Returns what was read since the last augmentation of the baseline.
   *
   * @throws RefusedException if there is no such sensor or there are too few readings
   */
  Cleaned sinceAugmentation(long sensorId) {
    return since(sensorId, SensorConfiguration::baselineAugmentedTo);
  }

  private Cleaned since(long sensorId, Function<SensorConfiguration, Optional<Instant>> lastTime) {
    Sensor sensor =
        sensors.find(sensorId).orElseThrow(() -> RefusedException.unknown("sensor", sensorId));
    Instant from =
        lastTime
            .apply(sensor.configuration())
            .map(last -> last.plusNanos(1000))
            .orElse(Instant.MIN);
    List<AnomalyDetection> judged = detections.before(sensorId, Instant.MAX, LIMIT);
    judged = judged.stream().filter(detection -> !detection.timestamp().isBefore(from)).toList();
    QuietHistory quiet = judged.isEmpty() ? null : QuietHistory.of(judged);
    int window = window();
    if (quiet == null || quiet.ppmv().length < 2 * window) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW,
          List.of("path", "id"),
          "Sensor %s has %d quiet readings since the last time; at least %d are needed."
              .formatted(sensor.name(), quiet == null ? 0 : quiet.ppmv().length, 2 * window));
    }
    double[] cleaned = Cleaning.ofWindow(window).clean(quiet.ppmv());
    long left = Arrays.stream(cleaned).filter(Double::isFinite).count();
    if (left < window) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW,
          List.of("path", "id"),
          "Cleaning left %d readings of sensor %s; at least %d are needed."
              .formatted(left, sensor.name(), window));
    }
    return new Cleaned(cleaned, quiet.upTo());
  }
}
