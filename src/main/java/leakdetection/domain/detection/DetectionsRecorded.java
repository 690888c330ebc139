package leakdetection.domain.detection;

import java.util.List;

/**
 * Readings of one sensor were judged and the judgements stored. Fired after the commit, in the
 * order of the readings.
 *
 * @param sensorId the sensor
 * @param detections in the order of their readings; not empty
 */
public record DetectionsRecorded(long sensorId, List<AnomalyDetection> detections) {

  public DetectionsRecorded {
    detections = List.copyOf(detections);
  }
}
