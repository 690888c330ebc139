package leakdetection.infrastructure.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javax.sql.DataSource;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.detection.Thresholds;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.sqlite.SQLiteDataSource;

/** A database with one sensor (its id is 1) and the repositories over its history. */
final class KeptHistory {

  static final long SENSOR = 1;

  final DataSource source;
  final Database database;
  final JdbcTimeSeriesDataRepository readings = new JdbcTimeSeriesDataRepository();
  final JdbcAnomalyDetectionRepository detections = new JdbcAnomalyDetectionRepository();
  final JdbcHistoryRepository histories = new JdbcHistoryRepository();

  final JdbcRollUpRepository rollUps = new JdbcRollUpRepository();

  KeptHistory(Path file) throws IOException, SQLException {
    source = SqliteFile.migrated(file);
    // Each row is a transaction of its own here, and nobody needs it after a power cut.
    ((SQLiteDataSource) source).setSynchronous("OFF");
    execute("insert into templates (id, field_id, name, angle_from_north) values (1, 1, 'A', 0)");
    execute("insert into sensors (id, template_id, name, x, y, z) values (1, 1, 'S', 0, 0, 0)");
    database = SqliteFile.database(source);
    readings.database = database;
    detections.database = database;
    histories.database = database;
    rollUps.database = database;
  }

  /** Keeps readings from a time on, with the quality that their values tell. */
  void readings(Instant begin, Duration interval, double... ppmv) {
    List<TimeSeriesData> rows = new ArrayList<>();
    for (int i = 0; i < ppmv.length; i++) {
      Instant time = begin.plus(interval.multipliedBy(i));
      rows.add(new TimeSeriesData(readings.nextId(), SENSOR, time, ppmv[i], Quality.of(ppmv[i])));
    }
    readings.addAll(rows);
  }

  /** Judges every kept reading with the score that belongs to its number. */
  void detections(IntToDoubleFunction score) {
    List<TimeSeriesData> all = readings.between(SENSOR, Instant.MIN, Instant.MAX, 1_000_000);
    List<AnomalyDetection> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double percent = score.applyAsDouble(i);
      Judgement judgement =
          new Judgement("test", percent, new Thresholds(100, 200).deviationOf(percent), false);
      rows.add(new AnomalyDetection(detections.nextId(), all.get(i), judgement));
    }
    detections.addAll(rows);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
