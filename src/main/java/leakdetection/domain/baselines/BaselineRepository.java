package leakdetection.domain.baselines;

import java.util.List;
import java.util.Optional;

/** The baselines that are kept, and which sensor is judged by which. */
public interface BaselineRepository {

  /** Keeps a new baseline, or returns the one with the same name, interval and readings. */
  Baseline keep(Baseline baseline);

  Optional<Baseline> find(long id);

  /** Returns the baselines that are offered to every sensor, by name. */
  List<Baseline> bank();

  /** Tells whether a version of any sensor's baseline is made of it. */
  boolean isUsed(long id);

  void remove(Baseline baseline);

  /** Puts a version into force. */
  BaselineVersion add(BaselineVersion version);

  /** Returns the version in force. */
  Optional<BaselineVersion> current(long sensorId, BaselineRole role);

  /** Returns the version that was in force first. */
  Optional<BaselineVersion> first(long sensorId, BaselineRole role);

  /** Returns all versions of a sensor, newest first. */
  List<BaselineVersion> versions(long sensorId, BaselineRole role);
}
