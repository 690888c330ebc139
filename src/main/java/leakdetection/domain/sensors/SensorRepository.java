package leakdetection.domain.sensors;

import java.util.List;
import java.util.Optional;

/** The sensors that are kept. */
public interface SensorRepository {

  /** Keeps a new sensor and gives it its id. */
  Sensor add(Sensor sensor);

  Optional<Sensor> find(long id);

  Optional<Sensor> findByName(String name);

  /**
   * Returns sensors after the given id, by id, at most {@code limit}.
   *
   * @param pinned only pinned or only unpinned ones; empty for all
   */
  List<Sensor> page(Optional<Boolean> pinned, long afterId, int limit);

  /** Returns the sensors of a template after the given id, by id, at most {@code limit}. */
  List<Sensor> ofTemplate(long templateId, long afterId, int limit);

  /** Returns the ids of all sensors. */
  List<Long> ids();

  /** Returns how many sensors there are. */
  long count();

  /** Removes the sensor with its configuration, readings, detections and events. */
  void remove(Sensor sensor);
}
