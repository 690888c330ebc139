package leakdetection.domain.tsd;

import java.util.List;
import java.util.Optional;

/** The stretches that have to be judged again, at most one for each sensor. */
public interface LateStretchRepository {

  /** Adds a stretch, or widens the sensor's to hold it. */
  void widen(LateStretch stretch);

  Optional<LateStretch> of(long sensorId);

  /** Returns the sensors that have a stretch. */
  List<Long> sensors();

  /** Removes a stretch unless it was widened meanwhile. */
  void remove(LateStretch stretch);
}
