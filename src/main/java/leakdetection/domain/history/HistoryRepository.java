package leakdetection.domain.history;

import java.time.Instant;

/** Looks at long histories from afar. */
public interface HistoryRepository {

  /**
   * Returns a part of a sensor's history in few points.
   *
   * @param from inclusive
   * @param to exclusive
   * @param points at most so many, 4 or more
   */
  SampledHistory sample(HistoryKind kind, long sensorId, Instant from, Instant to, int points);
}
