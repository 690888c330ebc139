package leakdetection.infrastructure.persistence;

import leakdetection.domain.history.HistoryKind;

/** The statements that make and read roll-ups. Times and lengths are microseconds. */
final class RollUpStatements {

  static final long HOUR = 3_600_000_000L;
  static final long DAY = 24 * HOUR;

  /** A day with more values is rolled up by the hour, too. */
  static final int MANY = 1440;

  private static final String COLUMNS =
      "seconds, begins, usable, unusable, sum, least, least_at, least_mark, largest, largest_at,"
          + " largest_mark";

  private static final String OF =
      "select " + COLUMNS + " from history_rollups where kind = ? and sensor_id = ?";

  /** Of one length, inside a part. */
  static final String INSIDE =
      OF + " and seconds = ? and begins >= ? and begins <= ? and outdated = 0 order by begins";

  /** Of the finest length there is, touching a part: values are the kind, the sensor, its ends. */
  static final String FINEST =
      "select * from ("
          + OF
          + " and seconds = 3600 and begins > ? - 3600000000 and begins < ? union all "
          + OF
          + " and seconds = 86400 and begins > ? - 86400000000 and begins < ?"
          + " and usable + unusable <= "
          + MANY
          + ") order by begins";

  /** Days that touch a part. */
  static final String DAYS =
      OF
          + " and seconds = 86400 and begins > ? - 86400000000 and begins < ? order by begins limit ?";

  private RollUpStatements() {}

  /**
   * Rolls up stretches of one length: the values are the sensor, from, to, the kind, the sensor.
   *
   * @param length a day or an hour
   */
  static String make(HistoryKind kind, long length) {
    HistoryTable table = HistoryTable.of(kind);
    String begin = floor("timestamp", length);
    // min() and max() take the other columns of a group from the row that they found.
    return "insert or replace into history_rollups (kind, sensor_id, "
        + COLUMNS
        + ") with part as (select timestamp t, case when "
        + table.usable()
        + " then "
        + table.value()
        + " end v, "
        + table.mark()
        + " m, "
        + begin
        + " b from "
        + table.name()
        + " where sensor_id = ? and timestamp >= ? and timestamp < ?),"
        + " low as (select b, min(v) v, t, m, count(v) n, count(*) c, sum(v) s from part group by b),"
        + " high as (select b, max(v) v, t, m from part group by b)"
        + " select k.kind, k.sensor, "
        + length / 1_000_000
        + ", low.b, n, c - n, s, low.v, low.t, low.m, high.v, high.t, high.m"
        + " from low join high on high.b = low.b join (select ? kind, ? sensor) k"
        + (length == DAY ? "" : " where " + OF_A_DAY_WITH_MANY);
  }

  private static final String OF_A_DAY_WITH_MANY =
      "exists (select 1 from history_rollups d where d.kind = k.kind and d.sensor_id = k.sensor"
          + " and d.seconds = 86400 and d.begins = "
          + floor("low.b", DAY)
          + " and d.usable + d.unusable > "
          + MANY
          + ")";

  /** The days that are over: the value is the kind. */
  static String due(HistoryKind kind) {
    String table = HistoryTable.of(kind).name();
    return "select id, begins, "
        + floor("newest - " + DAY, DAY)
        + " ends from (select s.id, (select max(timestamp) from "
        + table
        + " where sensor_id = s.id) newest, coalesce((select rolled_to from history_edges e where"
        + " e.kind = ? and e.sensor_id = s.id), (select min(timestamp) from "
        + table
        + " where sensor_id = s.id)) begins from sensors s) where begins < "
        + floor("newest - " + DAY, DAY);
  }

  /** Rounds down, before 1970 too. */
  static String floor(String time, long length) {
    return "(%1$s) - (((%1$s) %% %2$d + %2$d) %% %2$d)".formatted(time, length);
  }
}
