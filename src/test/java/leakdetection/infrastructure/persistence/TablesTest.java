package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tables themselves hold to, and how SQLite goes about the queries that run often. */
class TablesTest {

  @TempDir private Path folder;
  private DataSource database;

  @BeforeEach
  void oneSensor() throws IOException, SQLException {
    database = SqliteFile.migrated(folder.resolve("new.sqlite3"));
    execute("insert into templates (id, field_id, name, angle_from_north) values (1, 1, 'A', 0)");
    execute("insert into sensors (id, template_id, name, x, y, z) values (1, 1, 'S', 0, 0, 0)");
    execute(reading(1, 1, 100));
  }

  @Test
  void aSensorHasOneReadingForEachTime() {
    assertThatThrownBy(() -> execute(reading(2, 1, 100)))
        .hasMessageContaining("UNIQUE constraint failed");
  }

  @Test
  void aReadingIsJudgedOnce() throws SQLException {
    execute(detection(1, 1));
    assertThatThrownBy(() -> execute(detection(2, 1)))
        .hasMessageContaining("UNIQUE constraint failed");
  }

  @Test
  void foreignKeysAreOn() {
    assertThatThrownBy(() -> execute(reading(2, 99, 100)))
        .hasMessageContaining("FOREIGN KEY constraint failed");
    assertThatThrownBy(() -> execute("delete from templates"))
        .hasMessageContaining("FOREIGN KEY constraint failed");
  }

  @Test
  void aRemovedSensorTakesWhatIsItsOwn() throws SQLException {
    execute(detection(1, 1));
    execute("insert into sensor_configurations (sensor_id) values (1)");
    execute("insert into feed_positions (sensor_id, source, line) values (1, 'S.csv', 3)");
    execute("insert into sensor_events (sensor_id, type, timestamp) values (1, 'OK', 100)");
    execute("delete from sensors where id = 1");

    for (String table :
        List.of(
            "time_series_data",
            "anomaly_detections",
            "sensor_configurations",
            "feed_positions",
            "sensor_events")) {
      assertThat(lines("select count(*) from " + table)).as(table).containsExactly("0");
    }
  }

  @ParameterizedTest
  @MethodSource("frequentQueries")
  void aQueryThatRunsOftenFollowsAnIndexAndSortsNothing(String sql) throws SQLException {
    assertThat(plan(sql))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step).startsWith("SEARCH"))
        .noneSatisfy(step -> assertThat(step).contains("TEMP B-TREE"));
  }

  @Test
  void valuesAtManyTimesAreLookedUpOneByOne() throws SQLException {
    assertThat(plan(ReadingStatements.AT))
        .anySatisfy(
            step ->
                assertThat(step)
                    .startsWith("SEARCH time_series_data USING INDEX")
                    .contains("(sensor_id=? AND timestamp=?)"));
  }

  static List<String> frequentQueries() {
    return List.of(
        ReadingStatements.CORRECTIONS,
        ReadingStatements.GAPS,
        ReadingStatements.NEWEST_ROWS,
        ReadingStatements.TAKEN_AFTER,
        ReadingStatements.TAKEN_BEFORE,
        JdbcReadingRulesRepository.OF,
        RollUpStatements.INSIDE,
        JdbcRollUpRepository.OUTDATED,
        JdbcRollUpRepository.KEPT_FROM,
        JdbcRollUpRepository.NTH_NEWEST_DETECTION,
        ReadingStatements.JUDGED_AFTER,
        ReadingStatements.JUDGED_BEFORE,
        ReadingStatements.IN_TURN_AFTER,
        ReadingStatements.IN_TURN_BEFORE,
        ReadingStatements.BETWEEN,
        ReadingStatements.NEWEST,
        ReadingStatements.COUNT_JUDGED,
        JdbcAnomalyDetectionRepository.BEFORE,
        JdbcAnomalyDetectionRepository.FROM,
        JdbcAnomalyDetectionRepository.BETWEEN,
        JdbcAnomalyDetectionRepository.SNAPSHOT,
        // What Jakarta Persistence makes of the queries for events, sensors and baselines.
        "select * from sensor_events where id < ? and sensor_id = ? order by id desc limit ?",
        "select * from sensor_events where id < ? order by id desc limit ?",
        "select * from system_events where id < ? order by id desc limit ?",
        "select * from sensors where id > ? order by id limit ?",
        "select * from sensors where template_id = ? and id > ? order by id limit ?",
        "select * from sensors where name = ?",
        "select * from sensor_configurations where sensor_id = ?",
        "select * from templates where field_id = ? and name = ?",
        "select * from baseline_versions where sensor_id = ? and role = ?"
            + " order by version desc limit ?",
        // What SQLite itself looks for when a reading or a sensor is removed.
        "select * from anomaly_detections where time_series_data_id = ?",
        "select * from anomaly_detections where sensor_id = ?");
  }

  /** Returns the steps over tables; the frames around them are left out. */
  private List<String> plan(String sql) throws SQLException {
    return lines("explain query plan " + sql).stream()
        .filter(step -> !step.startsWith("CO-ROUTINE") && !step.startsWith("SCAN (subquery"))
        .toList();
  }

  private static String reading(long id, long sensorId, long time) {
    return "insert into time_series_data (id, sensor_id, timestamp, ppmv, quality)"
        + " values (%d, %d, %d, 1.5, 'GOOD')".formatted(id, sensorId, time);
  }

  private static String detection(long id, long readingId) {
    return "insert into anomaly_detections"
        + " (id, time_series_data_id, sensor_id, timestamp, value, detector_id)"
        + " values (%d, %d, 1, 100, 'OK', 'threshold')".formatted(id, readingId);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns the last column of each row. */
  private List<String> lines(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(rows.getMetaData().getColumnCount()));
      }
      return lines;
    }
  }
}
