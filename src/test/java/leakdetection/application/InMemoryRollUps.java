package leakdetection.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.RollUp;
import leakdetection.domain.history.RollUpRepository;

/** Remembers what was outdated, and keeps everything unless told otherwise; rolls nothing up. */
public final class InMemoryRollUps implements RollUpRepository {

  private final List<Instant> outdated = new ArrayList<>();
  private Instant keptFrom;

  /** Keeps nothing from before. */
  public void keepFrom(Instant edge) {
    keptFrom = edge;
  }

  public List<Instant> outdated() {
    return outdated;
  }

  @Override
  public void outdate(HistoryKind kind, long sensorId, Collection<Instant> times) {
    outdated.addAll(times);
  }

  @Override
  public Optional<Instant> keptFrom(long sensorId) {
    return Optional.ofNullable(keptFrom);
  }

  @Override
  public List<Days> due(HistoryKind kind) {
    return List.of();
  }

  @Override
  public Optional<Days> rollUp(HistoryKind kind, Days days, int values) {
    return Optional.empty();
  }

  @Override
  public List<Days> old(long seconds, int detections, Instant now) {
    return List.of();
  }

  @Override
  public int remove(long sensorId, Instant before, int most) {
    return 0;
  }

  @Override
  public List<RollUp> days(HistoryKind kind, long sensorId, Instant from, Instant to, int limit) {
    return List.of();
  }
}
