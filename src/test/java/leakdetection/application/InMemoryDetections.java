package leakdetection.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.KeptSnapshot;

/** Detections that are kept in memory in the order of their times. */
public final class InMemoryDetections implements AnomalyDetectionRepository {

  private final Map<Long, List<AnomalyDetection>> detections = new HashMap<>();
  private final Map<Long, KeptSnapshot> snapshots = new HashMap<>();
  private long lastId;

  /** Returns what is kept of a sensor. */
  public List<AnomalyDetection> of(long sensorId) {
    return detections.computeIfAbsent(sensorId, id -> new ArrayList<>());
  }

  @Override
  public long nextId() {
    return ++lastId;
  }

  @Override
  public void addAll(List<AnomalyDetection> fresh) {
    for (AnomalyDetection detection : fresh) {
      of(detection.sensorId()).add(detection);
      of(detection.sensorId()).sort(Comparator.comparing(AnomalyDetection::timestamp));
    }
  }

  @Override
  public void replace(List<AnomalyDetection> changed) {
    for (AnomalyDetection detection : changed) {
      of(detection.sensorId()).replaceAll(it -> it.id() == detection.id() ? detection : it);
    }
  }

  @Override
  public Optional<AnomalyDetection> newest(long sensorId) {
    return of(sensorId).stream().reduce((earlier, later) -> later);
  }

  @Override
  public List<AnomalyDetection> before(long sensorId, Instant before, int limit) {
    List<AnomalyDetection> all =
        of(sensorId).stream().filter(each -> each.timestamp().isBefore(before)).toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  @Override
  public List<AnomalyDetection> from(long sensorId, Instant from, int limit) {
    return of(sensorId).stream()
        .filter(each -> !each.timestamp().isBefore(from))
        .limit(limit)
        .toList();
  }

  @Override
  public List<AnomalyDetection> between(long sensorId, Instant from, Instant to, int limit) {
    return from(sensorId, from, Integer.MAX_VALUE).stream()
        .filter(each -> each.timestamp().isBefore(to))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<KeptSnapshot> snapshot(long sensorId) {
    return Optional.ofNullable(snapshots.get(sensorId));
  }

  @Override
  public void keep(KeptSnapshot snapshot) {
    snapshots.put(snapshot.sensorId(), snapshot);
  }
}
