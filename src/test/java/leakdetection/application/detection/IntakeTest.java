package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.events.SensorCondition;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  private final Found found = new Found();
  private final Intake intake = new Intake(ReadingRules.STANDARD, found);
  private long now = Long.MAX_VALUE - 1; // the clock may run over

  @Test
  void readingsAsFarApartAsTheIntervalAreJudgedOneByOne() {
    for (int i = 0; i < 50; i++) {
      take(600 * i, i);
    }

    assertThat(found.samples).hasSize(50);
    assertThat(found.samples).allMatch(sample -> sample.interval().isEmpty());
    assertThat(found.changes).isEmpty();
  }

  @Test
  void fasterReadingsAreJudgedAsTheMeanOfEachClosedIntervalWithTheLargestBeside() {
    intake.follow(new ReadingRules(Map.of(ReadingRule.SAMPLING_INTERVAL, 60.0)));
    for (int i = 0; i <= 20; i++) {
      take(60 * i, i);
    }

    assertThat(found.samples).hasSize(2);
    assertThat(found.samples.get(0).interval()).contains(new JudgedInterval(4.5, 9, 10));
    assertThat(found.samples.get(0).ppmv()).isEqualTo(4.5);
    assertThat(found.samples.get(0).reading().timestamp()).isEqualTo(BEGIN.plusSeconds(540));
    assertThat(found.samples.get(1).interval()).contains(new JudgedInterval(14.5, 19, 10));
  }

  @Test
  void anIntervalIsClosedByTheClockAndAGraceWhenNothingComes() {
    intake.follow(
        new ReadingRules(
            Map.of(ReadingRule.SAMPLING_INTERVAL, 60.0, ReadingRule.SILENT_INTERVALS, 99.0)));
    take(0, 1);
    take(60, 3);

    pass(Duration.ofSeconds(544));
    assertThat(found.samples).isEmpty();
    pass(Duration.ofSeconds(2));

    assertThat(found.samples).hasSize(1);
    assertThat(found.samples.get(0).interval()).contains(new JudgedInterval(2, 3, 2));
  }

  @Test
  void silenceIsToldByTheClockForTheTimeWhenItBegan() {
    for (int i = 0; i < 5; i++) {
      pass(Duration.ofSeconds(600));
      take(600 * i, 1);
    }
    pass(Duration.ofSeconds(1799));
    assertThat(found.changes).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(found.changes).containsExactly("not_available silent 2024-05-01T01:10:00Z");

    take(6000, 1);
    assertThat(found.samples).hasSize(6);
    assertThat(found.gaps).containsExactly("2024-05-01T00:40:00Z 2024-05-01T01:40:00Z");
    assertThat(found.changes).hasSize(1);
  }

  @Test
  void readingsThatComeTogetherAreNeitherSilentNorCutUntilTheNextOnesCome() {
    intake.follow(
        new ReadingRules(
            Map.of(ReadingRule.DETECTION_INTERVAL, 120.0, ReadingRule.SAMPLING_INTERVAL, 1.0)));
    for (int minute = 0; minute < 10; minute++) {
      pass(Duration.ofSeconds(59));
      for (int second = 0; second < 60; second++) {
        take(30 + 60 * minute + second, 1);
      }
    }

    assertThat(found.changes).isEmpty();
    assertThat(found.samples).hasSize(5);
    assertThat(found.samples.get(1).interval()).contains(new JudgedInterval(1, 1, 120));
  }

  @Test
  void aSensorWhoseReadingsComeTogetherIsSilentAfterThreeDeliveries() {
    for (int minute = 0; minute < 10; minute++) {
      pass(Duration.ofSeconds(60));
      for (int second = 0; second < 60; second++) {
        take(60 * minute + second, 1);
      }
    }
    pass(Duration.ofSeconds(179));
    assertThat(found.changes).isEmpty();
    pass(Duration.ofSeconds(2));

    assertThat(found.changes).containsExactly("not_available silent 2024-05-01T00:10:02Z");
  }

  @Test
  void anImportedHistoryIsNoDelivery() {
    for (int i = 0; i < 5000; i++) {
      now += i % 1000 == 0 ? Duration.ofMillis(700).toNanos() : 0;
      take(600 * i, 1);
    }
    pass(Duration.ofHours(3).plusSeconds(1));

    assertThat(found.changes).hasSize(1);
  }

  @Test
  void whatIsStoredInPartsIsOneDelivery() {
    for (int hour = 0; hour < 5; hour++) {
      pass(Duration.ofSeconds(3599));
      for (int second = 0; second < 3600; second++) {
        now += second % 1000 == 0 ? Duration.ofMillis(50).toNanos() : 0;
        take(3600 * hour + second, 1);
      }
    }

    assertThat(found.changes).isEmpty();
  }

  @Test
  void afterAStartTheClockTellsNothingForADetectionInterval() {
    intake.remember(
        IntStream.range(0, Intake.REMEMBERED).mapToObj(i -> reading(i, 1, Quality.GOOD)).toList());
    intake.startClock(now);

    pass(Duration.ofSeconds(599));
    assertThat(found.changes).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(found.changes).containsExactly("not_available silent 2024-05-01T00:00:18Z");
  }

  @Test
  void silenceComesOutTheSameWithoutTheClock() {
    for (int i = 0; i < 5; i++) {
      take(600 * i, 1);
    }
    take(6000, 1);

    assertThat(found.changes).containsExactly("not_available silent 2024-05-01T01:10:00Z");
    assertThat(found.gaps).containsExactly("2024-05-01T00:40:00Z 2024-05-01T01:40:00Z");
  }

  @Test
  void theReturnOfAFastSensorIsToldAtOnce() {
    intake.follow(new ReadingRules(Map.of(ReadingRule.SAMPLING_INTERVAL, 60.0)));
    take(0, 1);
    take(60, 1);
    take(900, 1);

    assertThat(found.changes)
        .containsExactly("not_available silent 2024-05-01T00:04:00Z", "ok  2024-05-01T00:15:00Z");
    assertThat(found.samples).hasSize(1);
  }

  @Test
  void threeUnusableReadingsInARowAreAFaultAndOneIsNot() {
    take(0, 1);
    take(600, Double.NaN, Quality.NOT_FINITE);
    take(1200, 2);
    take(1800, 1e14, Quality.SENTINEL);
    take(2400, 1e14, Quality.SENTINEL);
    assertThat(found.changes).isEmpty();
    take(3000, 20_000, Quality.OUT_OF_RANGE);
    take(3600, 1e14, Quality.SENTINEL);

    assertThat(found.changes).containsExactly("not_available sentinel 2024-05-01T00:50:00Z");
    assertThat(found.samples).hasSize(2);
  }

  @Test
  void aStuckSensorIsAFaultOnce() {
    take(0, 1);
    take(600, 1, Quality.STUCK);
    take(1200, 1, Quality.STUCK);

    assertThat(found.changes).containsExactly("not_available stuck 2024-05-01T00:10:00Z");
  }

  @Test
  void whatIsRememberedCountsAsIfItHadBeenTaken() {
    List<TimeSeriesData> before = new ArrayList<>();
    for (int i = 0; i < Intake.REMEMBERED; i++) {
      before.add(reading(600 * i, 1, Quality.GOOD));
    }
    intake.remember(before);
    intake.startClock(now);
    pass(Duration.ofSeconds(1801));

    assertThat(found.samples).isEmpty();
    assertThat(found.changes).containsExactly("not_available silent 2024-05-01T03:00:00Z");
  }

  private void take(int second, double ppmv) {
    take(second, ppmv, Quality.GOOD);
  }

  private void take(int second, double ppmv, Quality quality) {
    intake.take(reading(second, ppmv, quality), now);
  }

  private void pass(Duration time) {
    now += time.toNanos();
    intake.look(now);
  }

  private static TimeSeriesData reading(int second, double ppmv, Quality quality) {
    return new TimeSeriesData(second + 1L, 7, BEGIN.plusSeconds(second), ppmv, quality);
  }

  private static final class Found implements Intake.Outlet {
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    @Override
    public void sample(Sample sample) {
      samples.add(sample);
    }

    @Override
    public void change(Instant time, SensorCondition condition) {
      String fault = condition.fault().map(it -> it.label()).orElse("");
      changes.add(condition.type().label() + " " + fault + " " + time);
    }

    @Override
    public void gap(Instant from, Instant to) {
      gaps.add(from + " " + to);
    }
  }
}
