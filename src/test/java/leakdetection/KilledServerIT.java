package leakdetection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import leakdetection.detectors.amsr.AmsrDetectorProvider;
import leakdetection.domain.fields.Field;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.infrastructure.ingest.FieldReadingParsers;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the server by force in the middle of the replay, again and again, and compares what it
 * stored in the end with a run that nobody disturbed.
 *
 * <p>{@code -Dkills=20} kills more often than the usual 3 times, {@code -Dkills.seed=5} at other
 * moments.
 */
class KilledServerIT {

  private static final Path MOCK = Path.of("mock/tsd");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  /** A detection as the tables hold it; the score is null where there is none. */
  private record Row(long id, long time, String deviation, Double score) {}

  @Test
  void whatIsStoredInTheEndIsWhatAnUndisturbedRunStores() throws Exception {
    int kills = Integer.getInteger("kills", 3);
    long seed = Long.getLong("kills.seed", 1);
    List<Path> files = files();
    long rows = 0;
    for (Path file : files) {
      rows += readings(file).size();
    }
    try (ServerProcess server = new ServerProcess(folder, Map.of("TSD_FETCH_PERIODICITY", "0"))) {
      StoredTables tables = new StoredTables(server.database());
      for (long moment : moments(kills, rows, seed)) {
        server.start();
        tables.await("select count(*) from time_series_data", moment, PATIENCE);
        server.kill();
      }
      server.start();
      server.awaitReady();
      tables.await("select count(*) from time_series_data", rows, PATIENCE);
      tables.await("select count(*) from anomaly_detections", usable(files), PATIENCE);
      server.kill();

      assertThat(tables.texts("pragma integrity_check")).containsExactly("ok");
      assertThat(tables.texts("pragma foreign_key_check")).isEmpty();
      for (Path file : files) {
        checkReadings(tables, file);
        checkDetections(tables, file);
        checkEvents(tables, name(file));
      }
    }
  }

  /** Returns after how many stored readings to kill, ascending, all before the end. */
  private static long[] moments(int kills, long rows, long seed) {
    return new Random(seed).longs(kills, 1, rows * 9 / 10).sorted().toArray();
  }

  private static void checkReadings(StoredTables tables, Path file) throws Exception {
    List<String> expected = new ArrayList<>();
    for (RawReading reading : readings(file)) {
      expected.add(microseconds(reading.time()) + " " + reading.ppmv());
    }
    assertThat(
            tables.rows(
                "select r.timestamp, r.ppmv from time_series_data r join sensors s"
                    + " on s.id = r.sensor_id where s.name = ? order by r.timestamp",
                row -> row.getLong(1) + " " + StoredTables.number(row, 2),
                name(file)))
        .as("readings of %s", file)
        .isEqualTo(expected);
  }

  private static void checkDetections(StoredTables tables, Path file) throws Exception {
    List<String> expected = new ArrayList<>();
    try (Detector detector = new AmsrDetectorProvider().create(context())) {
      for (RawReading reading : readings(file)) {
        if (Quality.of(reading.ppmv()).isJudged()) {
          double score = detector.assess(new Reading(reading.time(), reading.ppmv())).score();
          expected.add(microseconds(reading.time()) + " " + Double.doubleToLongBits(score));
        }
      }
    }
    assertThat(
            detections(tables, name(file)).stream()
                .map(row -> row.time() + " " + bits(row.score())))
        .as("detections of %s", file)
        .isEqualTo(expected);
  }

  private static long bits(Double score) {
    return Double.doubleToLongBits(score == null ? Double.NaN : score);
  }

  private static void checkEvents(StoredTables tables, String sensor) throws SQLException {
    List<String> expected = new ArrayList<>();
    int messages = 0;
    String state = "";
    for (Row row : detections(tables, sensor)) {
      String next = row.deviation().equals("CRITICAL") ? "CRITICAL" : "OK";
      if (!next.equals(state)) {
        expected.add(next + " " + row.time() + " " + row.id());
        messages += next.equals("CRITICAL") || !state.isEmpty() ? 1 : 0;
        state = next;
      }
    }
    assertThat(
            tables.rows(
                "select e.type, e.timestamp, e.detection_id from sensor_events e join sensors s"
                    + " on s.id = e.sensor_id where s.name = ? order by e.id",
                row -> row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3),
                sensor))
        .as("events of %s", sensor)
        .isEqualTo(expected);
    assertThat(
            tables.rows(
                "select count(*) from system_events e join sensors s on s.id = e.sensor_id"
                    + " where s.name = ? and e.message like '%critical:%'",
                row -> row.getInt(1), sensor))
        .as("messages about %s", sensor)
        .containsExactly(messages);
  }

  private static List<Row> detections(StoredTables tables, String sensor) throws SQLException {
    return tables.rows(
        "select d.id, d.timestamp, d.value, d.score from anomaly_detections d join sensors s"
            + " on s.id = d.sensor_id where s.name = ? order by d.timestamp",
        row ->
            new Row(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4) == null ? null : row.getDouble(4)),
        sensor);
  }

  /** Returns what the product judges a new sensor by. */
  private static DetectorContext context() throws IOException {
    double[] high =
        Files.readAllLines(Path.of("seed/baselines/initial/high.txt")).stream()
            .mapToDouble(Double::parseDouble)
            .toArray();
    return new DetectorContext(
        new Series(high, Duration.ofMinutes(10)),
        new AmsrDetectorProvider().descriptor().settings(Map.of()),
        List.of());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(MOCK)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".csv", "");
  }

  private static long usable(List<Path> files) {
    return files.stream()
        .flatMap(file -> readings(file).stream())
        .filter(reading -> Quality.of(reading.ppmv()).isJudged())
        .count();
  }

  private static List<RawReading> readings(Path file) {
    List<RawReading> readings = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      new FieldReadingParsers()
          .of(Field.TRESTAKK)
          .read(reader, line -> readings.add(line.reading()), malformed -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readings;
  }

  private static long microseconds(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
