package leakdetection.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills the database of a stopped server with a made-up history, judged as ok: {@code HistoryFill
 * FILE READINGS}. So many of the sensors as are needed get a year at 10 minutes each. Quicker than
 * pushing it, and the same rows. {@code bench/pages} runs it.
 */
public final class HistoryFill {

  private static final long STEP_MICROS = 600_000_000L;
  private static final int YEAR = 52_560;

  /** 2026-01-01T00:00:00Z: all histories end there. */
  private static final long END_MICROS = 1_767_225_600_000_000L;

  private HistoryFill() {}

  /** Fills the database. */
  public static void main(String[] args) throws SQLException {
    long sensors = Long.parseLong(args[1]) / YEAR;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
        Statement sql = connection.createStatement()) {
      sql.execute("pragma journal_mode = off");
      sql.execute("pragma synchronous = off");
      sql.execute("pragma cache_size = -400000");
      connection.setAutoCommit(false);
      sql.execute(
          "create temp table wanted as select id, row_number() over (order by id) n from sensors");
      sql.execute(rows(sensors));
      sql.execute(
          "insert into anomaly_detections (id, time_series_data_id, sensor_id, timestamp, value,"
              + " score, detector_id, interactive_feedback_mode) select id, id, sensor_id,"
              + " timestamp, 'OK', ppmv / 2, 'amsr', 0 from time_series_data");
      connection.commit();
      try (ResultSet count = sql.executeQuery("select count(*) from time_series_data")) {
        System.out.printf("%d readings of %d sensors%n", count.getLong(1), sensors);
      }
    }
  }

  /** Makes the readings of the first sensors: a daily wave with noise. */
  private static String rows(long sensors) {
    return """
        insert into time_series_data (id, sensor_id, timestamp, ppmv, quality)
        with recursive step(i) as (select 0 union all select i + 1 from step where i < %1$d - 1)
        select (w.n - 1) * %1$d + i + 1, w.id, %2$d - (%1$d - i) * %3$d,
               30 + 5 * sin(i / 23.0) + (abs(random()) %% 1000) / 500.0, 'GOOD'
        from wanted w cross join step where w.n <= %4$d
        """
        .formatted(YEAR, END_MICROS, STEP_MICROS, sensors);
  }
}
