package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.RollUp;
import leakdetection.domain.history.RollUpRepository.Days;
import leakdetection.domain.history.SampledHistory;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcRollUpRepositoryTest {

  /** In the middle of a day, and before 1970, where rounding down is easily wrong. */
  private static final Instant BEGIN = Instant.parse("1969-12-20T07:12:34Z");

  private static final Instant NOW = Instant.parse("1980-01-01T00:00:00Z");

  private static final int COUNT = 30_000;

  @TempDir private Path folder;
  private KeptHistory kept;

  @BeforeEach
  void oneSensor() throws Exception {
    kept = new KeptHistory(folder.resolve("new.sqlite3"));
  }

  @Test
  void historyLooksTheSameRolledUp() {
    fill(Duration.ofSeconds(37));
    List<SampledHistory> before = looks();

    assertThat(rollUp()).isPositive();

    assertThat(looks()).isEqualTo(before);
    assertThat(days(HistoryKind.READINGS)).hasSize(12);
    assertThat(count("select count(*) from history_rollups where seconds = 3600")).isPositive();
  }

  @Test
  void aDayThatIsNotOverIsNotRolledUp() {
    kept.readings(Instant.parse("2024-05-01T00:00:00Z"), Duration.ofMinutes(10), new double[400]);

    rollUp();

    assertThat(days(HistoryKind.READINGS))
        .extracting(RollUp::begin)
        .containsExactly(Instant.parse("2024-05-01T00:00:00Z"));
  }

  @Test
  void aDaySaysWhatItHeld() {
    double[] ppmv = new double[288];
    ppmv[3] = -2;
    ppmv[5] = 9;
    ppmv[7] = 1e14;
    kept.readings(Instant.parse("2024-05-01T00:00:00Z"), Duration.ofMinutes(10), ppmv);
    kept.readings(Instant.parse("2024-05-03T00:00:00Z"), Duration.ofMinutes(10), 1, 2);

    rollUp();

    RollUp day = days(HistoryKind.READINGS).get(0);
    assertThat(day.usable()).isEqualTo(143);
    assertThat(day.unusable()).isEqualTo(1);
    assertThat(day.mean()).isEqualTo(7.0 / 143);
    assertThat(day.least())
        .contains(new HistoryPoint(Instant.parse("2024-05-01T00:30:00Z"), -2, "GOOD"));
    assertThat(day.largest())
        .contains(new HistoryPoint(Instant.parse("2024-05-01T00:50:00Z"), 9, "GOOD"));
  }

  @Test
  void whatCameLateIsSeenAtOnceAndRolledUpAgain() {
    fill(Duration.ofMinutes(1));
    rollUp();
    Instant late = BEGIN.plus(Duration.ofDays(5)).plusMillis(1);
    kept.readings.addAll(
        List.of(new TimeSeriesData(kept.readings.nextId(), 1, late, 99_999, Quality.LATE)));
    kept.rollUps.outdate(HistoryKind.READINGS, 1, List.of(late));

    assertThat(look(HistoryKind.READINGS, 20).points())
        .contains(new HistoryPoint(late, 99_999, "LATE"));
    assertThat(kept.rollUps.due(HistoryKind.READINGS)).hasSize(1);
    rollUp();
    assertThat(kept.rollUps.due(HistoryKind.READINGS)).isEmpty();
    assertThat(look(HistoryKind.READINGS, 20).points())
        .contains(new HistoryPoint(late, 99_999, "LATE"));
  }

  @Test
  void peaksOfRemovedReadingsStay() {
    fill(Duration.ofMinutes(1));
    rollUp();
    SampledHistory before = look(HistoryKind.READINGS, 20);
    SampledHistory scores = look(HistoryKind.DETECTIONS, 20);
    Days old = kept.rollUps.old(Duration.ofDays(2).toSeconds(), 1000, NOW).get(0);

    int removed = 0;
    for (int last = 1; last > 0; removed += last) {
      last = kept.rollUps.remove(1, old.to(), 5000);
    }

    assertThat(removed).isGreaterThan(20_000);
    assertThat(count("select count(*) from time_series_data")).isEqualTo(COUNT - removed);
    assertThat(count("select count(*) from anomaly_detections")).isEqualTo(COUNT - removed);
    assertThat(look(HistoryKind.READINGS, 20)).isEqualTo(before);
    assertThat(look(HistoryKind.DETECTIONS, 20)).isEqualTo(scores);
    assertThat(look(HistoryKind.READINGS, 10_000).points()).contains(before.points().get(0));
    assertThat(kept.rollUps.keptFrom(1)).contains(old.to());
    assertThat(kept.rollUps.old(Duration.ofDays(2).toSeconds(), 1000, NOW)).isEmpty();
  }

  @Test
  void whatADetectorNeedsAndWhatIsNotRolledUpStays() {
    fill(Duration.ofMinutes(1));
    assertThat(kept.rollUps.old(60, 0, NOW)).as("nothing is rolled up").isEmpty();

    rollUp();

    assertThat(kept.rollUps.old(60, COUNT, NOW)).isEmpty();
    Instant edge = kept.rollUps.old(60, 20_000, NOW).get(0).to();
    assertThat(edge).isBeforeOrEqualTo(BEGIN.plus(Duration.ofMinutes(COUNT - 20_000)));
    kept.rollUps.outdate(HistoryKind.READINGS, 1, List.of(BEGIN.plus(Duration.ofDays(2))));
    assertThat(kept.rollUps.old(60, 20_000, NOW).get(0).to())
        .isEqualTo(Instant.parse("1969-12-22T00:00:00Z"));
  }

  @Test
  void readingOfAWrongClockDoesNotAgeTheOthers() {
    fill(Duration.ofMinutes(1));
    rollUp();
    Instant now = BEGIN.plus(Duration.ofDays(1));

    assertThat(kept.rollUps.old(Duration.ofDays(2).toSeconds(), 1000, now)).isEmpty();
  }

  private void fill(Duration interval) {
    SplittableRandom random = new SplittableRandom(11);
    double[] ppmv = random.doubles(COUNT, 0, 100).toArray();
    for (int i = 0; i < COUNT; i += 997) {
      ppmv[i] = i % 2 == 0 ? 1e14 : 900 + i;
    }
    kept.readings(BEGIN, interval, ppmv);
    kept.detections(i -> i % 1003 == 0 ? Double.NaN : random.nextDouble(90));
  }

  private int rollUp() {
    int steps = 0;
    for (HistoryKind kind : HistoryKind.values()) {
      for (Days due : kept.rollUps.due(kind)) {
        for (Optional<Days> left = Optional.of(due); left.isPresent(); steps++) {
          left = kept.rollUps.rollUp(kind, left.get(), 5000);
        }
      }
    }
    return steps;
  }

  private List<SampledHistory> looks() {
    return List.of(
        look(HistoryKind.READINGS, 10),
        look(HistoryKind.READINGS, 100),
        look(HistoryKind.DETECTIONS, 300),
        kept.histories.sample(
            HistoryKind.READINGS,
            1,
            BEGIN.plus(Duration.ofDays(2)),
            BEGIN.plus(Duration.ofDays(9)).plusSeconds(77),
            60));
  }

  private SampledHistory look(HistoryKind kind, int points) {
    return kept.histories.sample(kind, 1, Instant.MIN, Instant.MAX, points);
  }

  private List<RollUp> days(HistoryKind kind) {
    return kept.rollUps.days(kind, 1, Instant.MIN, Instant.MAX, 1000);
  }

  private long count(String sql) {
    return kept.database.first(sql, row -> row.getLong(1)).orElseThrow();
  }
}
