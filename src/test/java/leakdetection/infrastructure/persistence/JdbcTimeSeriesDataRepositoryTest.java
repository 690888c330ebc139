package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcTimeSeriesDataRepositoryTest {

  private static final long SENSOR = 1;
  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00.123456Z");

  @TempDir private Path folder;
  private final JdbcTimeSeriesDataRepository readings = new JdbcTimeSeriesDataRepository();

  @BeforeEach
  void oneSensor() throws IOException, SQLException {
    DataSource source = SqliteFile.migrated(folder.resolve("new.sqlite3"));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into templates (id, field_id, name, angle_from_north) values (1, 1, 'A', 0)");
      statement.execute(
          "insert into sensors (id, template_id, name, x, y, z) values (1, 1, 'S', 0, 0, 0)");
    }
    readings.database = SqliteFile.database(source);
  }

  @Test
  void everyValueComesBackAsItWasGiven() {
    double[] values = {
      0.1,
      -3,
      Double.MIN_VALUE,
      1e14,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i < values.length; i++) {
      readings.addAll(List.of(reading(i, values[i], Quality.GOOD)));
    }

    List<TimeSeriesData> kept = readings.judgedAfter(SENSOR, Instant.MIN, 100);
    assertThat(kept.stream().mapToDouble(TimeSeriesData::ppmv).toArray()).containsExactly(values);
    assertThat(kept.get(0).timestamp()).isEqualTo(BEGIN);
  }

  @Test
  void lateReadingsAreJudgedButNotInTurnAndUnusableOnesNeither() {
    readings.addAll(
        List.of(
            reading(0, 1, Quality.GOOD),
            reading(1, 2, Quality.LATE),
            reading(2, 3, Quality.SENTINEL),
            reading(3, 4, Quality.GOOD)));

    assertThat(ppmv(readings.judgedAfter(SENSOR, Instant.MIN, 10))).containsExactly(1., 2., 4.);
    assertThat(ppmv(readings.judgedBefore(SENSOR, Instant.MAX, 2))).containsExactly(2., 4.);
    assertThat(ppmv(readings.inTurnAfter(SENSOR, time(0), 10))).containsExactly(4.);
    assertThat(ppmv(readings.inTurnBefore(SENSOR, time(3), 10))).containsExactly(1.);
    assertThat(readings.countJudged(SENSOR, 10)).isEqualTo(3);
    assertThat(readings.countJudged(SENSOR, 2)).isEqualTo(2);
  }

  @Test
  void onlyValuesAtTheTimesAskedForAreReturned() {
    readings.addAll(
        List.of(
            reading(0, 1, Quality.GOOD),
            reading(1, Double.NaN, Quality.NOT_FINITE),
            reading(2, 3, Quality.GOOD)));

    Map<Instant, TimeSeriesData> kept = readings.at(SENSOR, Set.of(time(0), time(1), time(9)));
    assertThat(kept).containsOnlyKeys(time(0), time(1));
    assertThat(kept.get(time(0)).ppmv()).isEqualTo(1);
    assertThat(kept.get(time(1)).ppmv()).isNaN();
    assertThat(readings.newest(SENSOR)).contains(time(2));
    assertThat(readings.newest(SENSOR + 1)).isEmpty();
  }

  @Test
  void aCorrectionReplacesTheValueAndKeepsWhatItWas() {
    readings.addAll(List.of(reading(1, 1, Quality.GOOD)));
    ReadingCorrection correction =
        new ReadingCorrection(
            1, SENSOR, time(1), 1, Quality.GOOD, Double.NaN, Quality.NOT_FINITE, time(9));
    readings.correct(List.of(correction));

    TimeSeriesData now = readings.at(SENSOR, Set.of(time(1))).get(time(1));
    assertThat(now.ppmv()).isNaN();
    assertThat(now.quality()).isEqualTo(Quality.NOT_FINITE);
    assertThat(readings.corrections(SENSOR, time(0), time(2), 9)).containsExactly(correction);
    assertThat(readings.corrections(SENSOR, time(2), time(3), 9)).isEmpty();
  }

  @Test
  void idsGoOnAfterTheHighestOneStored() {
    readings.addAll(List.of(reading(41, 1, Quality.GOOD)));

    assertThat(readings.nextId()).isEqualTo(42);
    assertThat(readings.nextId()).isEqualTo(43);
  }

  @Test
  void theLastFeedPositionCounts() {
    assertThat(readings.feedPosition(SENSOR)).isEmpty();
    readings.keepFeedPosition(SENSOR, new FeedPosition("a.csv", 3));
    readings.keepFeedPosition(SENSOR, new FeedPosition("b.csv", 1));

    assertThat(readings.feedPosition(SENSOR)).contains(new FeedPosition("b.csv", 1));
  }

  private static Stream<Double> ppmv(List<TimeSeriesData> readings) {
    return readings.stream().map(TimeSeriesData::ppmv);
  }

  private static TimeSeriesData reading(int minute, double ppmv, Quality quality) {
    return new TimeSeriesData(minute, SENSOR, time(minute), ppmv, quality);
  }

  private static Instant time(int minute) {
    return BEGIN.plus(Duration.ofMinutes(minute));
  }
}
