package leakdetection.domain.estimation;

import java.util.List;

/** The estimations that are kept. */
public interface EstimationRepository {

  /** Keeps a new estimation and gives it its id. */
  KeptEstimation add(KeptEstimation estimation);

  /** Returns a sensor's estimations with smaller ids, newest first, at most {@code limit}. */
  List<KeptEstimation> of(long sensorId, long beforeId, int limit);
}
