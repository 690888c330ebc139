package leakdetection.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;

/** The statements that read readings. Times are microseconds. */
final class ReadingStatements {

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

  static final String NEWEST_BEFORE = BEFORE + " order by timestamp desc limit ?";

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

  private ReadingStatements() {}

  /** Returns the qualities that are wanted, as the list of a statement. */
  static String list(Predicate<Quality> wanted) {
    return Arrays.stream(Quality.values())
        .filter(wanted)
        .map(quality -> "'" + quality.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Reads a row of the columns. */
  static TimeSeriesData read(ResultSet row) throws SQLException {
    return new TimeSeriesData(
        row.getLong("id"),
        row.getLong("sensor_id"),
        InstantConverter.instant(row.getLong("timestamp")),
        JdbcTimeSeriesDataRepository.nullIsNaN(row, "ppmv"),
        Quality.valueOf(row.getString("quality")));
  }
}
