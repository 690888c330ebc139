package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.bounded;
import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;
import static leakdetection.infrastructure.persistence.JdbcTimeSeriesDataRepository.nullIsNaN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.detection.KeptSnapshot;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;

/** Keeps detections with plain statements, because they come in bulk. */
@ApplicationScoped
public class JdbcAnomalyDetectionRepository implements AnomalyDetectionRepository {

  private static final String SELECT =
      "select d.id, d.sensor_id, d.timestamp, d.value, d.score, d.detector_id,"
          + " d.interactive_feedback_mode, r.id as reading_id, r.ppmv, r.quality,"
          + " d.mean_ppmv, d.largest_ppmv, d.readings, d.judged_late"
          + " from anomaly_detections d join time_series_data r on r.id = d.time_series_data_id";

  static final String BEFORE =
      SELECT + " where d.sensor_id = ? and d.timestamp < ? order by d.timestamp desc limit ?";

  static final String FROM =
      SELECT + " where d.sensor_id = ? and d.timestamp >= ? order by d.timestamp limit ?";

  static final String BETWEEN =
      SELECT
          + " where d.sensor_id = ? and d.timestamp >= ? and d.timestamp < ?"
          + " order by d.timestamp limit ?";

  static final String SNAPSHOT =
      "select sensor_id, fingerprint, detector_id, state_version, as_of, state"
          + " from detector_snapshots where sensor_id = ?";

  /** Stands for no interval: NaN is kept as null. */
  private static final JudgedInterval NONE = new JudgedInterval(Double.NaN, Double.NaN, 0);

  private final AtomicLong lastId = new AtomicLong();

  @Inject Database database;

  @Override
  public long nextId() {
    return database.nextId(lastId, "anomaly_detections");
  }

  @Override
  public void addAll(List<AnomalyDetection> detections) {
    database.updateAll(
        "insert into anomaly_detections (id, time_series_data_id, sensor_id, timestamp, value,"
            + " score, detector_id, interactive_feedback_mode, mean_ppmv, largest_ppmv, readings,"
            + " judged_late) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        detections,
        (statement, detection) -> {
          statement.setLong(1, detection.id());
          statement.setLong(2, detection.timeSeriesData().id());
          statement.setLong(3, detection.sensorId());
          statement.setLong(4, microseconds(detection.timestamp()));
          statement.setString(5, detection.deviation().name());
          statement.setDouble(6, detection.score());
          statement.setString(7, detection.detectorId());
          statement.setBoolean(8, detection.isInteractiveFeedbackMode());
          JudgedInterval interval = detection.interval().orElse(NONE);
          statement.setDouble(9, interval.mean());
          statement.setDouble(10, interval.largest());
          statement.setObject(11, interval.readings() == 0 ? null : interval.readings());
          statement.setBoolean(12, detection.isJudgedLate());
        });
  }

  @Override
  public void replace(List<AnomalyDetection> detections) {
    database.updateAll(
        "update anomaly_detections set value = ?, score = ?, detector_id = ?, mean_ppmv = ?,"
            + " largest_ppmv = ?, readings = ?, judged_late = ? where id = ?",
        detections,
        (statement, detection) -> {
          JudgedInterval interval = detection.interval().orElse(NONE);
          statement.setString(1, detection.deviation().name());
          statement.setDouble(2, detection.score());
          statement.setString(3, detection.detectorId());
          statement.setDouble(4, interval.mean());
          statement.setDouble(5, interval.largest());
          statement.setObject(6, interval.readings() == 0 ? null : interval.readings());
          statement.setBoolean(7, detection.isJudgedLate());
          statement.setLong(8, detection.id());
        });
  }

  @Override
  public Optional<AnomalyDetection> newest(long sensorId) {
    return before(sensorId, Instant.MAX, 1).stream().findFirst();
  }

  @Override
  public List<AnomalyDetection> before(long sensorId, Instant before, int limit) {
    List<AnomalyDetection> newestFirst =
        database.query(
            BEFORE, JdbcAnomalyDetectionRepository::read, sensorId, bounded(before), limit);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public List<AnomalyDetection> from(long sensorId, Instant from, int limit) {
    return database.query(
        FROM, JdbcAnomalyDetectionRepository::read, sensorId, bounded(from), limit);
  }

  @Override
  public List<AnomalyDetection> between(long sensorId, Instant from, Instant to, int limit) {
    return database.query(
        BETWEEN, JdbcAnomalyDetectionRepository::read, sensorId, bounded(from), bounded(to), limit);
  }

  @Override
  public Optional<KeptSnapshot> snapshot(long sensorId) {
    return database.first(
        SNAPSHOT,
        row ->
            new KeptSnapshot(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                instant(row.getLong(5)),
                row.getBytes(6)),
        sensorId);
  }

  @Override
  public void keep(KeptSnapshot snapshot) {
    database.update(
        "insert or replace into detector_snapshots"
            + " (sensor_id, fingerprint, detector_id, state_version, as_of, state)"
            + " values (?, ?, ?, ?, ?, ?)",
        snapshot.sensorId(),
        snapshot.fingerprint(),
        snapshot.detectorId(),
        snapshot.stateVersion(),
        microseconds(snapshot.asOf()),
        snapshot.state());
  }

  private static AnomalyDetection read(ResultSet row) throws SQLException {
    TimeSeriesData reading =
        new TimeSeriesData(
            row.getLong("reading_id"),
            row.getLong("sensor_id"),
            instant(row.getLong("timestamp")),
            nullIsNaN(row, "ppmv"),
            Quality.valueOf(row.getString("quality")));
    return new AnomalyDetection(
        row.getLong("id"),
        reading,
        new Judgement(
            row.getString("detector_id"),
            nullIsNaN(row, "score"),
            Deviation.valueOf(row.getString("value")),
            row.getBoolean("interactive_feedback_mode")),
        interval(row),
        row.getBoolean("judged_late"));
  }

  private static Optional<JudgedInterval> interval(ResultSet row) throws SQLException {
    int readings = row.getInt("readings");
    return readings == 0
        ? Optional.empty()
        : Optional.of(
            new JudgedInterval(
                row.getDouble("mean_ppmv"), row.getDouble("largest_ppmv"), readings));
  }
}
