package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;

/** Shows how a sensor's readings were judged. */
@ApplicationScoped
public class DetectionHistory {

  @Inject SensorRegistry sensors;
  @Inject AnomalyDetectionRepository detections;

  /**
   * Returns detections in the order of their readings' times.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit at most so many
   * @throws RefusedException if there is no such sensor
   */
  public List<AnomalyDetection> between(long sensorId, Instant from, Instant to, int limit) {
    sensors.get(sensorId);
    return detections.between(sensorId, from, to, limit);
  }
}
