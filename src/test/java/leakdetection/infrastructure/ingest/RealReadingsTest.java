package leakdetection.infrastructure.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import leakdetection.SharedData;
import leakdetection.domain.fields.Field;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.ReadingLine;
import org.junit.jupiter.api.Test;

/** Reads the real files as they are, when they are there. */
class RealReadingsTest {

  private final List<ReadingLine> readings = new ArrayList<>();
  private final List<MalformedLine> malformed = new ArrayList<>();

  private void read(Field field, String file) throws IOException {
    try (Reader source =
        new InputStreamReader(Files.newInputStream(SharedData.path("data/real/" + file)), UTF_8)) {
      new FieldReadingParsers().of(field).read(source, readings::add, malformed::add);
    }
    assertThat(malformed).isEmpty();
    assertThat(readings.get(0).line()).isEqualTo(2);
    assertThat(readings.get(readings.size() - 1).line()).isEqualTo(readings.size() + 1L);
  }

  private List<ReadingLine> unusable() {
    return readings.stream().filter(line -> !(Math.abs(line.reading().ppmv()) <= 10_000)).toList();
  }

  private Instant timeOf(int row) {
    return readings.get(row).reading().time();
  }

  private Instant lastTime() {
    return timeOf(readings.size() - 1);
  }

  @Test
  void theTrestakkFileIsReadWholeAndEveryRowIsUsable() throws IOException {
    read(Field.TRESTAKK, "19XT2316.10m.csv");

    assertThat(readings).hasSize(66_663);
    assertThat(unusable()).isEmpty();
    assertThat(timeOf(0)).isEqualTo("2019-09-24T14:50:00Z");
    assertThat(lastTime()).isEqualTo("2022-09-20T14:30:00Z");
    assertThat(readings.get(66_662).reading().ppmv()).isEqualTo(37.900001525878906);
    assertThat(readings.stream().filter(line -> line.reading().ppmv() < 0)).isEmpty();
  }

  @Test
  void theSnorreFileBeginsWithEightSentinels() throws IOException {
    read(Field.SNORRE, "19H-QI___5472.10m.csv");

    assertThat(readings).hasSize(4_480);
    assertThat(unusable())
        .hasSize(8)
        .allSatisfy(line -> assertThat(line.reading().ppmv()).isEqualTo(1e14));
    assertThat(unusable()).isEqualTo(readings.subList(0, 8));
    assertThat(timeOf(0)).isEqualTo("2020-12-01T17:20:00Z");
    assertThat(lastTime()).isEqualTo("2021-05-07T15:00:00Z");
  }

  @Test
  void theAskeladdFileIsIrregularButUsable() throws IOException {
    read(Field.ASKELADD, "askeladd_demo.csv");

    assertThat(readings).hasSize(771);
    assertThat(unusable()).isEmpty();
    assertThat(timeOf(0)).isEqualTo("2022-08-17T10:00:00Z");
    assertThat(lastTime()).isEqualTo("2023-02-24T12:00:00Z");
  }
}
