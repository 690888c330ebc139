package leakdetection.domain.estimation;

import java.util.List;
import java.util.Optional;
import leakdetection.domain.simulation.SimulationDetection;

/** The estimations that are kept. */
public interface EstimationRepository {

  /** Keeps a new estimation and gives it its id. */
  KeptEstimation add(KeptEstimation estimation);

  /** Keeps what an estimation's leaks would have brought to the sensors. */
  void add(List<SimulationDetection> simulated);

  /** Returns an estimation of a sensor. */
  Optional<KeptEstimation> find(long sensorId, long id);

  /** Returns what an estimation's leaks would have brought to the sensors, by id. */
  List<SimulationDetection> simulated(long estimationId);

  /** Returns a sensor's newest estimation that a detection asked for. */
  Optional<KeptEstimation> lastAsked(long sensorId);

  /** Returns a sensor's estimations with smaller ids, newest first, at most {@code limit}. */
  List<KeptEstimation> of(long sensorId, long beforeId, int limit);
}
