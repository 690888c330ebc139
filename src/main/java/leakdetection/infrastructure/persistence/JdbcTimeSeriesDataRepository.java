package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.bounded;
import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingGap;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Keeps readings with plain statements, because they come in bulk. */
@ApplicationScoped
public class JdbcTimeSeriesDataRepository implements TimeSeriesDataRepository {

  private final AtomicLong lastId = new AtomicLong();

  @Inject Database database;

  @Override
  public long nextId() {
    return database.nextId(lastId, "time_series_data");
  }

  @Override
  public void addAll(List<TimeSeriesData> readings) {
    database.updateAll(
        "insert into time_series_data (" + ReadingStatements.COLUMNS + ") values (?, ?, ?, ?, ?)",
        readings,
        (statement, reading) -> {
          statement.setLong(1, reading.id());
          statement.setLong(2, reading.sensorId());
          statement.setLong(3, microseconds(reading.timestamp()));
          statement.setDouble(4, reading.ppmv());
          statement.setString(5, reading.quality().name());
        });
  }

  @Override
  public Optional<Instant> newest(long sensorId) {
    return database.first(ReadingStatements.NEWEST, row -> instant(row.getLong(1)), sensorId);
  }

  @Override
  public Map<Instant, TimeSeriesData> at(long sensorId, Set<Instant> times) {
    String keys =
        times.stream()
            .map(time -> Long.toString(microseconds(time)))
            .collect(Collectors.joining(",", "[", "]"));
    return database.query(ReadingStatements.AT, ReadingStatements::read, sensorId, keys).stream()
        .collect(Collectors.toMap(TimeSeriesData::timestamp, reading -> reading));
  }

  @Override
  public List<TimeSeriesData> newest(long sensorId, int limit) {
    List<TimeSeriesData> newestFirst =
        database.query(ReadingStatements.NEWEST_ROWS, ReadingStatements::read, sensorId, limit);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public Optional<Instant> unchangedSince(long sensorId, double ppmv) {
    return database.first(
        ReadingStatements.UNCHANGED_SINCE, row -> instant(row.getLong(1)), sensorId, ppmv);
  }

  @Override
  public void markSpikes(List<Long> ids) {
    database.updateAll(
        "update time_series_data set quality = 'SPIKE' where id = ? and quality = 'GOOD'",
        ids,
        (statement, id) -> statement.setLong(1, id));
  }

  @Override
  public void correct(List<ReadingCorrection> corrections) {
    database.updateAll(
        "update time_series_data set ppmv = ?, quality = ? where id = ?",
        corrections,
        (statement, correction) -> {
          statement.setDouble(1, correction.after());
          statement.setString(2, correction.quality().name());
          statement.setLong(3, correction.readingId());
        });
    database.updateAll(
        "insert into reading_corrections (time_series_data_id, sensor_id, timestamp, before,"
            + " quality_before, after, quality, corrected_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        corrections,
        (statement, correction) -> {
          statement.setLong(1, correction.readingId());
          statement.setLong(2, correction.sensorId());
          statement.setLong(3, microseconds(correction.time()));
          statement.setDouble(4, correction.before());
          statement.setString(5, correction.qualityBefore().name());
          statement.setDouble(6, correction.after());
          statement.setString(7, correction.quality().name());
          statement.setLong(8, microseconds(correction.correctedAt()));
        });
  }

  @Override
  public List<ReadingCorrection> corrections(long sensorId, Instant from, Instant to, int limit) {
    return database.query(
        ReadingStatements.CORRECTIONS,
        row ->
            new ReadingCorrection(
                row.getLong(1),
                row.getLong(2),
                instant(row.getLong(3)),
                nullIsNaN(row, "before"),
                Quality.valueOf(row.getString(5)),
                nullIsNaN(row, "after"),
                Quality.valueOf(row.getString(7)),
                instant(row.getLong(8))),
        sensorId,
        bounded(from),
        bounded(to),
        limit);
  }

  @Override
  public List<TimeSeriesData> judgedAfter(long sensorId, Instant after, int limit) {
    return rows(ReadingStatements.JUDGED_AFTER, sensorId, after, limit);
  }

  @Override
  public List<TimeSeriesData> judgedBefore(long sensorId, Instant before, int limit) {
    return newestLast(ReadingStatements.JUDGED_BEFORE, sensorId, before, limit);
  }

  @Override
  public List<TimeSeriesData> inTurnAfter(long sensorId, Instant after, int limit) {
    return rows(ReadingStatements.IN_TURN_AFTER, sensorId, after, limit);
  }

  @Override
  public Optional<TimeSeriesData> find(long id) {
    return database.first(
        "select * from time_series_data where id = ?", ReadingStatements::read, id);
  }

  @Override
  public void remove(long id) {
    database.update("delete from time_series_data where id = ?", id);
  }

  @Override
  public List<TimeSeriesData> inTurnBefore(long sensorId, Instant before, int limit) {
    return newestLast(ReadingStatements.IN_TURN_BEFORE, sensorId, before, limit);
  }

  @Override
  public List<TimeSeriesData> takenAfter(long sensorId, Instant after, int limit) {
    return rows(ReadingStatements.TAKEN_AFTER, sensorId, after, limit);
  }

  @Override
  public List<TimeSeriesData> takenBefore(long sensorId, Instant before, int limit) {
    return newestLast(ReadingStatements.TAKEN_BEFORE, sensorId, before, limit);
  }

  @Override
  public void keepGaps(List<ReadingGap> gaps) {
    database.updateAll(
        "insert or replace into reading_gaps (sensor_id, begins, ends) values (?, ?, ?)",
        gaps,
        (statement, gap) -> {
          statement.setLong(1, gap.sensorId());
          statement.setLong(2, microseconds(gap.from()));
          statement.setLong(3, microseconds(gap.to()));
        });
  }

  @Override
  public List<ReadingGap> gaps(long sensorId, Instant from, Instant to, int limit) {
    return database.query(
        ReadingStatements.GAPS,
        row -> new ReadingGap(sensorId, instant(row.getLong(1)), instant(row.getLong(2))),
        sensorId,
        bounded(from),
        bounded(to),
        limit);
  }

  @Override
  public List<TimeSeriesData> before(long sensorId, Instant before, int limit) {
    return newestLast(ReadingStatements.NEWEST_BEFORE, sensorId, before, limit);
  }

  private List<TimeSeriesData> rows(String sql, long sensorId, Instant time, int limit) {
    return database.query(sql, ReadingStatements::read, sensorId, bounded(time), limit);
  }

  private List<TimeSeriesData> newestLast(String sql, long sensorId, Instant time, int limit) {
    List<TimeSeriesData> newestFirst = rows(sql, sensorId, time, limit);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public List<TimeSeriesData> between(long sensorId, Instant from, Instant to, int limit) {
    return database.query(
        ReadingStatements.BETWEEN,
        ReadingStatements::read,
        sensorId,
        bounded(from),
        bounded(to),
        limit);
  }

  @Override
  public int countJudged(long sensorId, int limit) {
    return database
        .first(ReadingStatements.COUNT_JUDGED, row -> row.getInt(1), sensorId, limit)
        .orElse(0);
  }

  @Override
  public Optional<FeedPosition> feedPosition(long sensorId) {
    return database.first(
        "select source, line from feed_positions where sensor_id = ?",
        row -> new FeedPosition(row.getString(1), row.getLong(2)),
        sensorId);
  }

  @Override
  public void keepFeedPosition(long sensorId, FeedPosition position) {
    database.update(
        "insert into feed_positions (sensor_id, source, line) values (?, ?, ?)"
            + " on conflict (sensor_id) do update set source = excluded.source, line = excluded.line",
        sensorId,
        position.source(),
        position.line());
  }

  static double nullIsNaN(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
