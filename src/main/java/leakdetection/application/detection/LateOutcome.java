package leakdetection.application.detection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leakdetection.application.detection.Step.Judged;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.tsd.LateStretch;

/**
 * What came out when a stretch was judged again.
 *
 * @param rest what of the stretch is still to be judged; empty if nothing
 * @param sensorName for messages
 * @param fresh values that were not judged before, in the order of their times
 * @param changed judgements that are now another, with their ids
 * @param stateChanges where the sensor turned critical, and back, that was not known in time
 */
record LateOutcome(
    LateStretch stretch,
    Optional<LateStretch> rest,
    String sensorName,
    List<Judged> fresh,
    List<AnomalyDetection> changed,
    List<StateChange> stateChanges) {

  /**
   * Where the sensor's state changes.
   *
   * @param judged the judgement that says so
   * @param detectionId the detection's id; empty where it is fresh
   */
  record StateChange(Judged judged, OptionalLong detectionId) {}
}
