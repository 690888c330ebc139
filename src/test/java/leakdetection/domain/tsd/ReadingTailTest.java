package leakdetection.domain.tsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import leakdetection.domain.RefusedException;
import org.junit.jupiter.api.Test;

class ReadingTailTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  private final ReadingTail tail = ReadingTail.of(List.of());
  private ReadingRules rules = ReadingRules.STANDARD;

  @Test
  void aReadingBeforeTheNewestIsOutOfOrderAndLongBeforeItLate() {
    take(60, 1);

    assertThat(take(50, 1).quality()).isEqualTo(Quality.OUT_OF_ORDER);
    assertThat(take(49, 1).quality()).isEqualTo(Quality.LATE);
    assertThat(take(48, Double.NaN).quality()).isEqualTo(Quality.NOT_FINITE);
    assertThat(take(61, 1).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aLoneSpikeIsKnownOnceTheNextReadingIsThere() {
    take(0, 30);
    assertThat(take(10, 400).spikeId()).isZero();
    assertThat(take(20, 31).spikeId()).isEqualTo(11);
  }

  @Test
  void aRiseThatStaysIsNoSpike() {
    take(0, 30);
    take(10, 400);
    assertThat(take(20, 380).spikeId()).isZero();
    assertThat(take(30, 420).spikeId()).isZero();
  }

  @Test
  void oneValueForThreeHoursIsAStuckSensorUntilItChanges() {
    for (int i = 0; i < 18; i++) {
      assertThat(take(10 * i, 30).quality()).isEqualTo(Quality.GOOD);
    }
    assertThat(take(180, 30).quality()).isEqualTo(Quality.STUCK);
    assertThat(take(190, 30).quality()).isEqualTo(Quality.STUCK);
    assertThat(take(200, 30.1).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void fewReadingsOfOneValueFarApartAreNotStuck() {
    for (int i = 0; i < 11; i++) {
      assertThat(take(255 * i, 30).quality()).isEqualTo(Quality.GOOD);
    }
  }

  @Test
  void aTailThatIsMadeAgainGoesOnAsIfItHadNeverBeenForgotten() {
    List<TimeSeriesData> stored = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double ppmv = i > 100 ? 30 : i % 7;
      Instant time = at(i);
      Quality quality = tail.take(i + 1, time, ppmv, rules, null).quality();
      ReadingTail again =
          ReadingTail.of(stored.subList(Math.max(0, i - ReadingTail.LENGTH), stored.size()));
      if (!Double.isNaN(again.unchanged())) {
        again.unchangedSince(at(101));
      }
      assertThat(again.take(i + 1, time, ppmv, rules, null).quality()).isEqualTo(quality);
      stored.add(new TimeSeriesData(i + 1, 7, time, ppmv, quality));
    }
    assertThat(stored.get(199).quality()).isEqualTo(Quality.GOOD);
  }

  @Test
  void aTimeAheadOfTheClockIsMarkedForLiveReadingsOnly() {
    Instant clock = BEGIN;
    assertThat(tail.take(1, clock.plusSeconds(300), 1, rules, clock).quality())
        .isEqualTo(Quality.GOOD);
    assertThat(tail.take(2, clock.plusSeconds(301), 1, rules, clock).quality())
        .isEqualTo(Quality.CLOCK_SKEW);
    assertThat(tail.take(3, clock.plusSeconds(900), 1, rules, null).quality())
        .isEqualTo(Quality.GOOD);
  }

  @Test
  void limitsAreThoseOfTheSensor() {
    rules =
        new ReadingRules(
            Map.of(
                ReadingRule.LOWEST, 0.0,
                ReadingRule.HIGHEST, 100.0,
                ReadingRule.SENTINEL, -999.0));

    assertThat(take(0, -999).quality()).isEqualTo(Quality.SENTINEL);
    assertThat(take(1, -0.1).quality()).isEqualTo(Quality.OUT_OF_RANGE);
    assertThat(take(2, 100.1).quality()).isEqualTo(Quality.OUT_OF_RANGE);
    assertThat(take(3, 100).quality()).isEqualTo(Quality.GOOD);
    assertThatThrownBy(() -> new ReadingRules(Map.of(ReadingRule.SPIKE, -1.0)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("spikePpmv");
  }

  private ReadingTail.Verdict take(int minute, double ppmv) {
    return tail.take(minute + 1L, at(minute), ppmv, rules, null);
  }

  private static Instant at(int minute) {
    return BEGIN.plus(Duration.ofMinutes(minute));
  }
}
