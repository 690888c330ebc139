package leakdetection.infrastructure.persistence;

import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.tsd.Quality;

/**
 * The statements over the table of a kind of history. Their values are the sensor's id, the first
 * time (inclusive) and the last one (exclusive), in microseconds.
 *
 * @param name of the table
 * @param value its column of values
 * @param mark its column of marks
 * @param usable the condition of a usable row
 * @param values the values in the order of their times: time, value, mark, whether it is usable
 * @param count counts the values, no further than a fourth value says
 * @param oldest the time of the first one
 * @param newest the time of the last one
 */
record HistoryTable(
    String name,
    String value,
    String mark,
    String usable,
    String values,
    String count,
    String oldest,
    String newest) {

  private static final String READING_IS_USABLE =
      "quality in " + ReadingStatements.list(Quality::isJudged);

  private static final HistoryTable READINGS =
      of("time_series_data", "ppmv", "quality", READING_IS_USABLE);

  private static final HistoryTable DETECTIONS =
      of("anomaly_detections", "score", "value", "abs(score) <= 1.7976931348623157e308");

  static HistoryTable of(HistoryKind kind) {
    return switch (kind) {
      case READINGS -> READINGS;
      case DETECTIONS -> DETECTIONS;
    };
  }

  private static HistoryTable of(String table, String value, String mark, String usable) {
    String columns = String.join(", ", value, mark, usable);
    String part = " from " + table + " where sensor_id = ? and timestamp >= ? and timestamp < ?";
    return new HistoryTable(
        table,
        value,
        mark,
        usable,
        "select timestamp, " + columns + part + " order by timestamp",
        "select count(*) from (select 1" + part + " limit ?)",
        "select timestamp" + part + " order by timestamp limit 1",
        "select timestamp" + part + " order by timestamp desc limit 1");
  }
}
