package leakdetection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakdetection.application.detection.Assignments;
import leakdetection.domain.fields.Field;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.infrastructure.ingest.FieldReadingParsers;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;

/**
 * What the tables must hold of a file of readings when nothing went wrong: computed here, by the
 * same detector, and compared to the bit.
 */
public final class UndisturbedRun {

  private final List<RawReading> readings = new ArrayList<>();
  private final List<Boolean> stuck = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();

  /** A detection as the tables hold it; the score is NaN where there is none. */
  private record Row(long id, long time, String deviation, double score) {}

  /** Reads a file and judges it as the product judges a new sensor. */
  public UndisturbedRun(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      new FieldReadingParsers()
          .of(Field.TRESTAKK)
          .read(reader, line -> readings.add(line.reading()), malformed -> {});
    }
    markStuck();
    DetectorProvider provider = provider();
    try (Detector detector = provider.create(context(provider))) {
      usable()
          .forEach(
              reading ->
                  scores.add(detector.assess(new Reading(reading.time(), reading.ppmv())).score()));
    }
  }

  /** Returns the readings as the file gives them. */
  public List<RawReading> given() {
    return readings;
  }

  /** Returns the number of readings. */
  public long readings() {
    return readings.size();
  }

  /** Returns the number of readings that are judged. */
  public long detections() {
    return scores.size();
  }

  /** Checks that a sensor's readings, detections, events and messages are those of this run. */
  public void assertStored(StoredTables tables, String sensor) throws SQLException {
    assertReadings(tables, sensor);
    assertDetections(tables, sensor);
    assertEvents(tables, sensor);
  }

  private void assertReadings(StoredTables tables, String sensor) throws SQLException {
    assertThat(
            tables.rows(
                "select r.timestamp, r.ppmv from time_series_data r join sensors s"
                    + " on s.id = r.sensor_id where s.name = ? order by r.timestamp",
                row -> row.getLong(1) + " " + StoredTables.number(row, 2),
                sensor))
        .as("readings of %s", sensor)
        .containsExactlyElementsOf(
            readings.stream()
                .map(reading -> microseconds(reading.time()) + " " + reading.ppmv())
                .toList());
  }

  private void assertDetections(StoredTables tables, String sensor) throws SQLException {
    List<String> expected = new ArrayList<>();
    usable()
        .forEach(
            reading ->
                expected.add(
                    microseconds(reading.time())
                        + " "
                        + Double.doubleToLongBits(scores.get(expected.size()))));
    assertThat(
            rows(tables, sensor).stream()
                .map(row -> row.time() + " " + Double.doubleToLongBits(row.score())))
        .as("detections of %s", sensor)
        .containsExactlyElementsOf(expected);
  }

  private void assertEvents(StoredTables tables, String sensor) throws SQLException {
    ExpectedEvents events = new ExpectedEvents();
    Map<Long, Row> detections =
        rows(tables, sensor).stream().collect(Collectors.toMap(Row::time, row -> row));
    for (int i = 0; i < readings.size(); i++) {
      long time = microseconds(readings.get(i).time());
      Row row = detections.get(time);
      events.take(
          time,
          stuck.get(i),
          row == null ? null : row.deviation().equals("CRITICAL") ? "CRITICAL" : "OK",
          row == null ? 0 : row.id());
    }
    List<String> expected = events.events();
    int messages = events.messages();
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

  private static List<Row> rows(StoredTables tables, String sensor) throws SQLException {
    return tables.rows(
        "select d.id, d.timestamp, d.value, d.score from anomaly_detections d join sensors s"
            + " on s.id = d.sensor_id where s.name = ? order by d.timestamp",
        row ->
            new Row(row.getLong(1), row.getLong(2), row.getString(3), StoredTables.number(row, 4)),
        sensor);
  }

  private Stream<RawReading> usable() {
    return IntStream.range(0, readings.size())
        .filter(i -> !stuck.get(i))
        .mapToObj(readings::get)
        .filter(reading -> Quality.of(reading.ppmv()).isJudged());
  }

  /** Marks the readings of a sensor that has shown one value for 3 h and at least 12 times. */
  private void markStuck() {
    int first = 0;
    int run = 0;
    for (int i = 0; i < readings.size(); i++) {
      RawReading reading = readings.get(i);
      boolean measured = Quality.of(reading.ppmv()).isJudged();
      if (measured && (run == 0 || reading.ppmv() != readings.get(first).ppmv())) {
        first = i;
        run = 0;
      }
      run += measured ? 1 : 0;
      Duration since = Duration.between(readings.get(first).time(), reading.time());
      stuck.add(measured && run >= 12 && since.compareTo(Duration.ofHours(3)) >= 0);
    }
  }

  private static DetectorProvider provider() {
    return ServiceLoader.load(DetectorProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.descriptor().id().equals(Assignments.DEFAULT_DETECTOR))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what the product judges a new sensor by. */
  private static DetectorContext context(DetectorProvider provider) throws IOException {
    double[] high =
        Files.readAllLines(Path.of("seed/baselines/initial/high.txt")).stream()
            .mapToDouble(Double::parseDouble)
            .toArray();
    return new DetectorContext(
        new Series(high, Duration.ofMinutes(10)),
        provider.descriptor().settings(Map.of()),
        List.of());
  }

  private static long microseconds(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
