package leakdetection.domain.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The detectors in the shadow and what they said. */
public interface ShadowRepository {

  /** Returns the detectors that judge a sensor silently, by detector. */
  List<ShadowDetector> of(long sensorId);

  /** Returns the sensors that a detector judges silently. */
  List<ShadowDetector> all();

  /** Keeps a new one. */
  ShadowDetector add(ShadowDetector shadow);

  /** Removes one with all that it said. */
  void remove(ShadowDetector shadow);

  /** Keeps scores in the order of their times. */
  void addAll(long sensorId, String detectorId, List<ShadowScore> scores);

  /** Returns the time of the newest score. */
  Optional<Instant> newest(long sensorId, String detectorId);

  /** Returns scores from {@code from} (inclusive), in the order of their times. */
  List<ShadowScore> from(long sensorId, String detectorId, Instant from, int limit);

  /** Returns the last snapshot of the detector. */
  Optional<KeptSnapshot> snapshot(long sensorId, String detectorId);

  /** Keeps a snapshot in place of the last one. */
  void keep(KeptSnapshot snapshot);
}
