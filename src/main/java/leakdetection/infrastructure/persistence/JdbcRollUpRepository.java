package leakdetection.infrastructure.persistence;

import static leakdetection.infrastructure.persistence.InstantConverter.bounded;
import static leakdetection.infrastructure.persistence.InstantConverter.instant;
import static leakdetection.infrastructure.persistence.InstantConverter.microseconds;
import static leakdetection.infrastructure.persistence.RollUpStatements.DAY;
import static leakdetection.infrastructure.persistence.RollUpStatements.HOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.RollUp;
import leakdetection.domain.history.RollUpRepository;

/** Makes roll-ups inside the database, which reads its rows faster than anybody else. */
@ApplicationScoped
public class JdbcRollUpRepository implements RollUpRepository {

  static final String OUTDATED =
      "select sensor_id, begins from history_rollups where kind = ? and outdated = 1"
          + " order by sensor_id, begins";

  static final String KEPT_FROM =
      "select kept_from from history_edges where kind = 'READINGS' and sensor_id = ?"
          + " and kept_from is not null";

  // What is not rolled up stays; so do the newest detections.
  static final String OLD =
      "select * from (select s.id, (select min(timestamp) from time_series_data where sensor_id = s.id)"
          + " oldest, min(min((select max(timestamp) from time_series_data where sensor_id = s.id), ?) - ?,"
          + " r.rolled_to, coalesce((select rolled_to from history_edges where kind = 'DETECTIONS' and"
          + " sensor_id = s.id), (select min(timestamp) from anomaly_detections where sensor_id = s.id),"
          + " r.rolled_to), coalesce((select begins from history_rollups where kind = 'READINGS' and"
          + " sensor_id = s.id and outdated = 1 order by begins limit 1), r.rolled_to), coalesce((select"
          + " begins from history_rollups where kind = 'DETECTIONS' and sensor_id = s.id and outdated = 1"
          + " order by begins limit 1), r.rolled_to)) edge"
          + " from sensors s join history_edges r on r.kind = 'READINGS' and r.sensor_id = s.id)"
          + " where oldest < edge";

  static final String NTH_NEWEST_DETECTION =
      "select timestamp from anomaly_detections where sensor_id = ? order by timestamp desc"
          + " limit 1 offset ?";

  @Inject Database database;

  @Override
  public List<Days> due(HistoryKind kind) {
    List<Days> due = new ArrayList<>();
    database.each(
        OUTDATED,
        row ->
            due.add(
                new Days(row.getLong(1), instant(row.getLong(2)), instant(row.getLong(2) + DAY))),
        kind.name());
    database.each(
        RollUpStatements.due(kind),
        row ->
            due.add(
                new Days(row.getLong(1), instant(floor(row.getLong(2))), instant(row.getLong(3)))),
        kind.name());
    return due;
  }

  @Override
  public Optional<Days> rollUp(HistoryKind kind, Days days, int values) {
    HistoryTable table = HistoryTable.of(kind);
    long sensorId = days.sensorId();
    long end = microseconds(days.to());
    Optional<Long> first =
        database.first(
            table.oldest(), row -> row.getLong(1), sensorId, microseconds(days.from()), end);
    long begin = first.map(JdbcRollUpRepository::floor).orElse(end);
    // Where there are no values there is nothing to roll up, and nothing is outdated.
    forget(kind, sensorId, microseconds(days.from()), begin);
    long to =
        begin < end ? Math.min(end, begin + DAY * fitting(table, sensorId, begin, values)) : end;
    forget(kind, sensorId, begin, to);
    for (long length : new long[] {DAY, HOUR}) {
      database.update(
          RollUpStatements.make(kind, length), sensorId, begin, to, kind.name(), sensorId);
    }
    database.update(
        "insert into history_edges (kind, sensor_id, rolled_to) values (?, ?, ?) on conflict do"
            + " update set rolled_to = max(rolled_to, excluded.rolled_to)",
        kind.name(),
        sensorId,
        to);
    return to < end ? Optional.of(new Days(sensorId, instant(to), days.to())) : Optional.empty();
  }

  /** Returns how many days hold about so many values, going by the first day. */
  private long fitting(HistoryTable table, long sensorId, long begin, int values) {
    long ofOne =
        database
            .first(table.count(), row -> row.getLong(1), sensorId, begin, begin + DAY, values)
            .orElse(1L);
    return Math.max(1, values / Math.max(1, ofOne));
  }

  private void forget(HistoryKind kind, long sensorId, long from, long to) {
    for (long length : new long[] {DAY, HOUR}) {
      database.update(
          "delete from history_rollups where kind = ? and sensor_id = ? and seconds = ?"
              + " and begins >= ? and begins < ?",
          kind.name(),
          sensorId,
          length / 1_000_000,
          from,
          to);
    }
  }

  @Override
  public void outdate(HistoryKind kind, long sensorId, Collection<Instant> times) {
    List<Long> days =
        times.stream().map(time -> floor(microseconds(time))).distinct().sorted().toList();
    database.updateAll(
        "insert into history_rollups (kind, sensor_id, seconds, begins, usable, unusable, outdated)"
            + " select kind, sensor_id, 86400, ?3, 0, 0, 1 from history_edges where kind = ?1 and"
            + " sensor_id = ?2 and rolled_to > ?3 on conflict do update set outdated = 1",
        days,
        (statement, day) -> {
          statement.setString(1, kind.name());
          statement.setLong(2, sensorId);
          statement.setLong(3, day);
        });
    for (long day : days) {
      database.update(
          "delete from history_rollups where kind = ? and sensor_id = ? and seconds = 3600"
              + " and begins >= ? and begins < ?",
          kind.name(),
          sensorId,
          day,
          day + DAY);
    }
  }

  @Override
  public Optional<Instant> keptFrom(long sensorId) {
    return database.first(KEPT_FROM, row -> instant(row.getLong(1)), sensorId);
  }

  @Override
  public List<Days> old(long seconds, int detections, Instant now) {
    List<Days> old = new ArrayList<>();
    for (Days days :
        database.query(
            OLD,
            row ->
                new Days(row.getLong(1), instant(row.getLong(2)), instant(floor(row.getLong(3)))),
            microseconds(now),
            seconds * 1_000_000)) {
      Instant edge =
          database
              .first(
                  NTH_NEWEST_DETECTION,
                  row -> instant(floor(row.getLong(1))),
                  days.sensorId(),
                  detections)
              .filter(days.to()::isAfter)
              .orElse(days.to());
      // With fewer detections than that all of them stay.
      boolean enough = hasMore(days.sensorId(), detections);
      if (enough && days.from().isBefore(edge)) {
        old.add(new Days(days.sensorId(), days.from(), edge));
      }
    }
    return old;
  }

  private boolean hasMore(long sensorId, int detections) {
    return database.first(NTH_NEWEST_DETECTION, row -> true, sensorId, detections).isPresent();
  }

  @Override
  public int remove(long sensorId, Instant before, int most) {
    long edge = microseconds(before);
    database.update(
        "update history_edges set kept_from = ? where kind = 'READINGS' and sensor_id = ?"
            + " and coalesce(kept_from, ?) <= ?",
        edge,
        sensorId,
        edge,
        edge);
    List<Long> times =
        database.query(
            "select timestamp from time_series_data where sensor_id = ? and timestamp < ?"
                + " order by timestamp limit ?",
            row -> row.getLong(1),
            sensorId,
            edge,
            most);
    if (!times.isEmpty()) {
      long last = times.get(times.size() - 1);
      for (String table : List.of("time_series_data", "shadow_scores")) {
        database.update(
            "delete from " + table + " where sensor_id = ? and timestamp <= ?", sensorId, last);
      }
    }
    return times.size();
  }

  @Override
  public List<RollUp> days(HistoryKind kind, long sensorId, Instant from, Instant to, int limit) {
    return database.query(
        RollUpStatements.DAYS,
        JdbcRollUpRepository::read,
        kind.name(),
        sensorId,
        bounded(from),
        bounded(to),
        limit);
  }

  static RollUp read(ResultSet row) throws SQLException {
    long usable = row.getLong("usable");
    return new RollUp(
        instant(row.getLong("begins")),
        Duration.ofSeconds(row.getLong("seconds")),
        usable,
        row.getLong("unusable"),
        usable == 0 ? Double.NaN : row.getDouble("sum") / usable,
        point(row, usable, "least"),
        point(row, usable, "largest"));
  }

  private static Optional<HistoryPoint> point(ResultSet row, long usable, String name)
      throws SQLException {
    return usable == 0
        ? Optional.empty()
        : Optional.of(
            new HistoryPoint(
                instant(row.getLong(name + "_at")),
                row.getDouble(name),
                row.getString(name + "_mark")));
  }

  private static long floor(long time) {
    return Math.floorDiv(time, DAY) * DAY;
  }
}
