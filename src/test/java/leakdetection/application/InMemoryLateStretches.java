package leakdetection.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.LateStretchRepository;

/** Stretches to be judged again that are kept in memory. */
public final class InMemoryLateStretches implements LateStretchRepository {

  private final Map<Long, LateStretch> stretches = new HashMap<>();

  @Override
  public void widen(LateStretch stretch) {
    stretches.merge(
        stretch.sensorId(),
        stretch,
        (a, b) ->
            new LateStretch(
                a.sensorId(),
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.to().isAfter(b.to()) ? a.to() : b.to()));
  }

  /** Returns what waits for a sensor. */
  public Optional<LateStretch> of(long sensorId) {
    return Optional.ofNullable(stretches.get(sensorId));
  }

  @Override
  public LateStretch take(long sensorId, Instant upTo) {
    throw new UnsupportedOperationException("JdbcLateStretchRepositoryTest tries the tables");
  }

  @Override
  public void settle(long sensorId) {
    throw new UnsupportedOperationException("JdbcLateStretchRepositoryTest tries the tables");
  }

  @Override
  public Optional<Instant> earliest(long sensorId) {
    return of(sensorId).map(LateStretch::from);
  }

  @Override
  public List<Long> sensors() {
    return List.copyOf(stretches.keySet());
  }
}
