package leakdetection.domain.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The detections that are kept, with the snapshots of the detectors. */
public interface AnomalyDetectionRepository {

  /** Returns an id that no detection has yet. Call it only while writing. */
  long nextId();

  /** Keeps new detections. */
  void addAll(List<AnomalyDetection> detections);

  /** Replaces what was judged in detections that are kept, by their ids. */
  void replace(List<AnomalyDetection> detections);

  /** Returns the newest detection of a sensor. */
  Optional<AnomalyDetection> newest(long sensorId);

  /**
   * Returns the newest detections before an instant, in the order of their times.
   *
   * @param before exclusive
   * @param limit at most so many
   */
  List<AnomalyDetection> before(long sensorId, Instant before, int limit);

  /** Returns detections from {@code from} (inclusive), in the order of their times. */
  List<AnomalyDetection> from(long sensorId, Instant from, int limit);

  /**
   * Returns detections in the order of their times.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit at most so many
   */
  List<AnomalyDetection> between(long sensorId, Instant from, Instant to, int limit);

  /** Returns the last snapshot of a sensor's detector. */
  Optional<KeptSnapshot> snapshot(long sensorId);

  /** Keeps a snapshot in place of the last one. */
  void keep(KeptSnapshot snapshot);
}
