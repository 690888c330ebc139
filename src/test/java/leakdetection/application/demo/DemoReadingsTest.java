package leakdetection.application.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import leakdetection.domain.fields.Field;
import leakdetection.domain.fields.PlantTag;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.tsd.ReadingLine;
import org.junit.jupiter.api.Test;

class DemoReadingsTest {

  private static double ppmv(ReadingLine row) {
    return row.reading().ppmv();
  }

  private static Duration step(List<ReadingLine> rows, int i) {
    return Duration.between(rows.get(i - 1).reading().time(), rows.get(i).reading().time());
  }

  @Test
  void everyFieldHasATemplateAndEverySensorAFileInOrderOfTime() {
    assertThat(DemoPlant.TEMPLATES).extracting(DemoTemplate::field).contains(Field.values());
    Set<String> names = new HashSet<>();
    for (DemoTemplate template : DemoPlant.TEMPLATES) {
      for (DemoSensor sensor : template.sensors()) {
        List<ReadingLine> rows = DemoRun.rows(template.field(), sensor.name());
        assertThat(rows.size()).isGreaterThan(1_000);
        assertThat(names.add(sensor.name())).isTrue();
        for (int i = 1; i < rows.size(); i++) {
          assertThat(step(rows, i)).as("%s row %d", sensor.name(), i).isPositive();
        }
      }
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void tagsNameTheTemplateAsThePlantsDo() {
    for (DemoTemplate template : List.of(DemoPlant.TRESTAKK, DemoPlant.SNORRE)) {
      for (DemoSensor sensor : template.sensors()) {
        assertThat(PlantTag.read(sensor.name()))
            .hasValueSatisfying(tag -> assertThat(template.name()).endsWith(" " + tag.template()));
      }
    }
  }

  @Test
  void snorreBeginsWithSentinelsLongBeforeTheReadings() {
    List<ReadingLine> rows = DemoRun.rows(Field.SNORRE, "19H-QI___5272");

    assertThat(rows.subList(0, 8)).allMatch(row -> ppmv(row) == 1e14);
    assertThat(rows.subList(8, rows.size())).allMatch(row -> ppmv(row) < 10_000);
    assertThat(step(rows, 1)).isGreaterThan(Duration.ofHours(24));
  }

  @Test
  void oneSensorHasAGapAndOneIsIrregular() {
    List<ReadingLine> gap = DemoRun.rows(Field.SNORRE, "19H-QI___5272");
    List<ReadingLine> irregular = DemoRun.rows(Field.ASKELADD, "ASK-QI-1102");

    assertThat(gap.size()).isLessThan(4_320);
    assertThat(step(irregular, 1)).isNotEqualTo(step(irregular, 2));
    assertThat(
            Duration.between(
                    irregular.get(0).reading().time(),
                    irregular.get(irregular.size() - 1).reading().time())
                .dividedBy(irregular.size() - 1L))
        .isBetween(Duration.ofMinutes(230), Duration.ofMinutes(280));
  }

  @Test
  void oneSensorSticksAndFallsSilent() {
    List<ReadingLine> rows = DemoRun.rows(Field.TROLL, "TRL-QI-2102");

    assertThat(rows.subList(rows.size() - 700, rows.size()))
        .allMatch(row -> ppmv(row) == ppmv(rows.get(rows.size() - 1)));
    assertThat(rows.get(rows.size() - 1).reading().time())
        .isBefore(DemoPlant.START.plus(Duration.ofDays(10)));
  }

  @Test
  void oneSensorDeliversValuesThatAreNotFinite() {
    List<ReadingLine> rows = DemoRun.rows(Field.TROLL, "TRL-QI-2101");

    assertThat(rows).anyMatch(row -> Double.isNaN(ppmv(row)));
    assertThat(rows).anyMatch(row -> ppmv(row) == Double.NEGATIVE_INFINITY);
  }

  @Test
  void candidatePointsAreDistinctAndTheLeaksAreAmongThem() {
    for (DemoTemplate template : DemoPlant.TEMPLATES) {
      assertThat(template.points()).extracting(Leak::position).doesNotHaveDuplicates();
      assertThat(template.points()).extracting(Leak::name).doesNotHaveDuplicates();
    }
    for (InjectedLeak leak : DemoPlant.LEAKS) {
      assertThat(leak.template().point(leak.leak().name()).position())
          .isEqualTo(leak.leak().position());
    }
  }
}
