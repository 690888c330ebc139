package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryRepository;
import leakdetection.domain.history.SampledHistory;

/** Shows how a sensor's readings were judged. */
@ApplicationScoped
public class DetectionHistory {

  @Inject SensorRegistry sensors;
  @Inject AnomalyDetectionRepository detections;
  @Inject HistoryRepository histories;

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

  /**
   * Returns a part of the scores in few points that keep every peak; detections without a score are
   * counted only.
   *
   * @param from inclusive
   * @param to exclusive
   * @param points at most so many, 4 or more
   * @throws RefusedException if there is no such sensor
   */
  public SampledHistory sampled(long sensorId, Instant from, Instant to, int points) {
    sensors.get(sensorId);
    return histories.sample(HistoryKind.DETECTIONS, sensorId, from, to, points);
  }
}
