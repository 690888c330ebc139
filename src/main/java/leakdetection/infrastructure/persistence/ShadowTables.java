package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.bounded;
import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;
import static leakdetection.infrastructure.persistence.JdbcTimeSeriesDataRepository.nullIsNaN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.detection.ShadowDetector;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.detection.ShadowScore;

/** Keeps the detectors in the shadow with JPA, and their scores, which come in bulk, without. */
@ApplicationScoped
public class ShadowTables implements ShadowRepository {

  @PersistenceContext EntityManager entities;
  @Inject Database database;

  @Override
  public List<ShadowDetector> of(long sensorId) {
    return entities
        .createQuery(
            "select s from ShadowDetector s where s.sensorId = :sensor order by s.detectorId",
            ShadowDetector.class)
        .setParameter("sensor", sensorId)
        .getResultList();
  }

  @Override
  public List<ShadowDetector> all() {
    return entities
        .createQuery("select s from ShadowDetector s order by s.id", ShadowDetector.class)
        .getResultList();
  }

  @Override
  public ShadowDetector add(ShadowDetector shadow) {
    entities.persist(shadow);
    entities.flush();
    return shadow;
  }

  @Override
  public void remove(ShadowDetector shadow) {
    entities.remove(entities.merge(shadow));
    entities.flush();
    for (String table : List.of("shadow_scores", "shadow_snapshots")) {
      database.update(
          "delete from " + table + " where sensor_id = ? and detector_id = ?",
          shadow.sensorId(),
          shadow.detectorId());
    }
  }

  @Override
  public void addAll(long sensorId, String detectorId, List<ShadowScore> scores) {
    database.updateAll(
        "insert into shadow_scores (sensor_id, detector_id, timestamp, score) values (?, ?, ?, ?)",
        scores,
        (statement, score) -> {
          statement.setLong(1, sensorId);
          statement.setString(2, detectorId);
          statement.setLong(3, microseconds(score.time()));
          statement.setDouble(4, score.score());
        });
  }

  @Override
  public Optional<Instant> newest(long sensorId, String detectorId) {
    return database.first(
        "select timestamp from shadow_scores where sensor_id = ? and detector_id = ?"
            + " order by timestamp desc limit 1",
        row -> instant(row.getLong(1)),
        sensorId,
        detectorId);
  }

  @Override
  public List<ShadowScore> from(long sensorId, String detectorId, Instant from, int limit) {
    return database.query(
        "select timestamp, score from shadow_scores where sensor_id = ? and detector_id = ?"
            + " and timestamp >= ? order by timestamp limit ?",
        row -> new ShadowScore(instant(row.getLong(1)), nullIsNaN(row, "score")),
        sensorId,
        detectorId,
        bounded(from),
        limit);
  }

  @Override
  public Optional<KeptSnapshot> snapshot(long sensorId, String detectorId) {
    return database.first(
        "select fingerprint, state_version, as_of, state from shadow_snapshots"
            + " where sensor_id = ? and detector_id = ?",
        row ->
            new KeptSnapshot(
                sensorId,
                row.getString(1),
                detectorId,
                row.getInt(2),
                instant(row.getLong(3)),
                row.getBytes(4)),
        sensorId,
        detectorId);
  }

  @Override
  public void keep(KeptSnapshot snapshot) {
    database.update(
        "insert or replace into shadow_snapshots"
            + " (sensor_id, detector_id, fingerprint, state_version, as_of, state)"
            + " values (?, ?, ?, ?, ?, ?)",
        snapshot.sensorId(),
        snapshot.detectorId(),
        snapshot.fingerprint(),
        snapshot.stateVersion(),
        microseconds(snapshot.asOf()),
        snapshot.state());
  }
}
