package leakdetection.application.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import leakdetection.domain.fields.Field;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.infrastructure.ingest.FieldReadingParsers;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;

/** The demo's files as the product replays them: parsed, cleaned and judged. */
final class DemoRun {

  /** The judgement of one row of a file. */
  record Judged(int row, Instant time, double score) {}

  private DemoRun() {}

  static List<ReadingLine> rows(Field field, String sensor) {
    List<ReadingLine> rows = new ArrayList<>();
    List<MalformedLine> malformed = new ArrayList<>();
    try (Reader source =
        new InputStreamReader(
            Files.newInputStream(Path.of("mock", "tsd", sensor + ".csv")),
            StandardCharsets.UTF_8)) {
      new FieldReadingParsers().of(field).read(source, rows::add, malformed::add);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    if (!malformed.isEmpty()) {
      throw new IllegalStateException("Malformed: " + malformed);
    }
    return rows;
  }

  static DetectorProvider detector(String id) {
    return ServiceLoader.load(DetectorProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.descriptor().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Judges the usable rows of a sensor against the baseline that new sensors start with. */
  static List<Judged> judge(DetectorProvider provider, Field field, String sensor) {
    List<Judged> judged = new ArrayList<>();
    try (Detector detector =
        provider.create(
            new DetectorContext(
                initialBaseline(), provider.descriptor().settings(Map.of()), List.of()))) {
      int row = 0;
      for (ReadingLine line : rows(field, sensor)) {
        row++;
        double ppmv = line.reading().ppmv();
        if (Math.abs(ppmv) <= 10_000) {
          Instant time = line.reading().time();
          judged.add(new Judged(row, time, detector.assess(new Reading(time, ppmv)).score()));
        }
      }
    }
    return judged;
  }

  private static Series initialBaseline() {
    try {
      double[] ppmv =
          Files.readAllLines(Path.of("seed", "baselines", "initial", "high.txt")).stream()
              .mapToDouble(Double::parseDouble)
              .toArray();
      return new Series(ppmv, Duration.ofMinutes(10));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
