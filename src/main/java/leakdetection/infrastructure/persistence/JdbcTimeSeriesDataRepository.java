package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
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

  static final String COLUMNS = "id, sensor_id, timestamp, ppmv, quality";

  private static final String JUDGED = " and quality in " + list(Quality::isJudged);

  private static final String IN_TURN = " and quality in " + list(Quality::isJudgedInTurn);

  private static final String AFTER =
      "select " + COLUMNS + " from time_series_data where sensor_id = ? and timestamp > ?";

  private static final String BEFORE =
      "select " + COLUMNS + " from time_series_data where sensor_id = ? and timestamp < ?";

  static final String JUDGED_AFTER = AFTER + JUDGED + " order by timestamp limit ?";

  static final String JUDGED_BEFORE = BEFORE + JUDGED + " order by timestamp desc limit ?";

  static final String IN_TURN_AFTER = AFTER + IN_TURN + " order by timestamp limit ?";

  static final String IN_TURN_BEFORE = BEFORE + IN_TURN + " order by timestamp desc limit ?";

  private static final String TAKEN = " and quality in " + list(quality -> !quality.isLate());

  static final String TAKEN_AFTER = AFTER + TAKEN + " order by timestamp limit ?";

  static final String TAKEN_BEFORE = BEFORE + TAKEN + " order by timestamp desc limit ?";

  static final String COUNT_JUDGED =
      "select count(*) from (select 1 from time_series_data where sensor_id = ?"
          + JUDGED
          + " limit ?)";

  static final String NEWEST =
      "select timestamp from time_series_data where sensor_id = ? order by timestamp desc limit 1";

  // One look into the index for each time, however far apart they are.
  static final String AT =
      "select "
          + COLUMNS
          + " from time_series_data"
          + " where sensor_id = ? and timestamp in (select value from json_each(?))";

  static final String BETWEEN =
      "select "
          + COLUMNS
          + " from time_series_data where sensor_id = ? and timestamp >= ? and timestamp < ?"
          + " order by timestamp limit ?";

  static final String NEWEST_ROWS =
      "select "
          + COLUMNS
          + " from time_series_data where sensor_id = ? order by timestamp desc limit ?";

  private static final String MEASURED =
      " and quality in " + list(quality -> quality.isJudged() || quality == Quality.STUCK);

  // The other value is looked for from the newest reading on, which is not far from it.
  static final String UNCHANGED_SINCE =
      "select timestamp from time_series_data where sensor_id = ?1"
          + MEASURED
          + " and timestamp > coalesce((select timestamp from time_series_data where sensor_id = ?1"
          + MEASURED
          + " and ppmv <> ?2 order by timestamp desc limit 1), -9223372036854775808)"
          + " order by timestamp limit 1";

  static final String GAPS =
      "select begins, ends from reading_gaps where sensor_id = ? and begins >= ? and begins < ?"
          + " order by begins limit ?";

  static final String CORRECTIONS =
      "select time_series_data_id, sensor_id, timestamp, before, quality_before, after, quality,"
          + " corrected_at from reading_corrections"
          + " where sensor_id = ? and timestamp >= ? and timestamp < ?"
          + " order by timestamp, id limit ?";

  private final AtomicLong lastId = new AtomicLong();

  @Inject Database database;

  @Override
  public long nextId() {
    return database.nextId(lastId, "time_series_data");
  }

  @Override
  public void addAll(List<TimeSeriesData> readings) {
    database.updateAll(
        "insert into time_series_data (" + COLUMNS + ") values (?, ?, ?, ?, ?)",
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
    return database.first(NEWEST, row -> instant(row.getLong(1)), sensorId);
  }

  @Override
  public Map<Instant, TimeSeriesData> at(long sensorId, Set<Instant> times) {
    String keys =
        times.stream()
            .map(time -> Long.toString(microseconds(time)))
            .collect(Collectors.joining(",", "[", "]"));
    return database.query(AT, JdbcTimeSeriesDataRepository::read, sensorId, keys).stream()
        .collect(Collectors.toMap(TimeSeriesData::timestamp, reading -> reading));
  }

  @Override
  public List<TimeSeriesData> newest(long sensorId, int limit) {
    List<TimeSeriesData> newestFirst =
        database.query(NEWEST_ROWS, JdbcTimeSeriesDataRepository::read, sensorId, limit);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public Optional<Instant> unchangedSince(long sensorId, double ppmv) {
    return database.first(UNCHANGED_SINCE, row -> instant(row.getLong(1)), sensorId, ppmv);
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
        CORRECTIONS,
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
    return rows(JUDGED_AFTER, sensorId, after, limit);
  }

  @Override
  public List<TimeSeriesData> judgedBefore(long sensorId, Instant before, int limit) {
    return newestLast(JUDGED_BEFORE, sensorId, before, limit);
  }

  @Override
  public List<TimeSeriesData> inTurnAfter(long sensorId, Instant after, int limit) {
    return rows(IN_TURN_AFTER, sensorId, after, limit);
  }

  @Override
  public Optional<TimeSeriesData> find(long id) {
    return database.first(
        "select * from time_series_data where id = ?", JdbcTimeSeriesDataRepository::read, id);
  }

  @Override
  public void remove(long id) {
    database.update("delete from time_series_data where id = ?", id);
  }

  @Override
  public List<TimeSeriesData> inTurnBefore(long sensorId, Instant before, int limit) {
    return newestLast(IN_TURN_BEFORE, sensorId, before, limit);
  }

  @Override
  public List<TimeSeriesData> takenAfter(long sensorId, Instant after, int limit) {
    return rows(TAKEN_AFTER, sensorId, after, limit);
  }

  @Override
  public List<TimeSeriesData> takenBefore(long sensorId, Instant before, int limit) {
    return newestLast(TAKEN_BEFORE, sensorId, before, limit);
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
        GAPS,
        row -> new ReadingGap(sensorId, instant(row.getLong(1)), instant(row.getLong(2))),
        sensorId,
        bounded(from),
        bounded(to),
        limit);
  }

  private List<TimeSeriesData> rows(String sql, long sensorId, Instant time, int limit) {
    return database.query(sql, JdbcTimeSeriesDataRepository::read, sensorId, bounded(time), limit);
  }

  private List<TimeSeriesData> newestLast(String sql, long sensorId, Instant time, int limit) {
    List<TimeSeriesData> newestFirst = rows(sql, sensorId, time, limit);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public List<TimeSeriesData> between(long sensorId, Instant from, Instant to, int limit) {
    return database.query(
        BETWEEN, JdbcTimeSeriesDataRepository::read, sensorId, bounded(from), bounded(to), limit);
  }

  @Override
  public int countJudged(long sensorId, int limit) {
    return database.first(COUNT_JUDGED, row -> row.getInt(1), sensorId, limit).orElse(0);
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

  static String list(Predicate<Quality> wanted) {
    return Arrays.stream(Quality.values())
        .filter(wanted)
        .map(quality -> "'" + quality.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns the microseconds of an instant that may lie beyond what a table can hold. */
  static long bounded(Instant time) {
    if (time.equals(Instant.MIN)) {
      return Long.MIN_VALUE;
    }
    return time.equals(Instant.MAX) ? Long.MAX_VALUE : microseconds(time);
  }

  static TimeSeriesData read(ResultSet row) throws SQLException {
    return new TimeSeriesData(
        row.getLong("id"),
        row.getLong("sensor_id"),
        instant(row.getLong("timestamp")),
        nullIsNaN(row, "ppmv"),
        Quality.valueOf(row.getString("quality")));
  }

  static double nullIsNaN(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
