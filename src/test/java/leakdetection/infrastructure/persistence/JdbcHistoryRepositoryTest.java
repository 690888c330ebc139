package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.SampledHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcHistoryRepositoryTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  @TempDir private Path folder;
  private KeptHistory kept;

  @BeforeEach
  void oneSensor() throws IOException, SQLException {
    kept = new KeptHistory(folder.resolve("new.sqlite3"));
  }

  @Test
  void fewValuesAreAllThere() {
    kept.readings(BEGIN, Duration.ofMinutes(10), 3, 1, 2);

    SampledHistory sample = sample(10);

    assertThat(sample.points())
        .extracting(HistoryPoint::value)
        .as("in the order of their times")
        .containsExactly(3.0, 1.0, 2.0);
    assertThat(sample.width()).isZero();
    assertThat(sample.points().get(1).time()).isEqualTo(BEGIN.plusSeconds(600));
    assertThat(sample.points().get(1).mark()).isEqualTo("GOOD");
  }

  @Test
  void everyStretchKeepsItsExtremesAtTheirOwnTimes() {
    double[] ppmv = new SplittableRandom(5).doubles(5000, 0, 100).toArray();
    ppmv[1234] = 900;
    ppmv[4321] = -7;
    kept.readings(BEGIN, Duration.ofMinutes(10), ppmv);

    SampledHistory sample = sample(100);

    assertThat(sample.points()).hasSizeBetween(50, 100).isEqualTo(extremes(ppmv, sample.width()));
    assertThat(sample.points())
        .contains(new HistoryPoint(BEGIN.plusSeconds(600 * 1234), 900, "GOOD"))
        .contains(new HistoryPoint(BEGIN.plusSeconds(600 * 4321), -7, "GOOD"));
    assertThat(sample.values()).isEqualTo(5000);
  }

  @Test
  void sentinelsAreCountedAndNeverShown() {
    double[] ppmv = new double[300];
    ppmv[7] = 1e14;
    ppmv[8] = Double.NaN;
    kept.readings(BEGIN, Duration.ofMinutes(10), ppmv);

    SampledHistory sample = sample(20);

    assertThat(sample.values()).isEqualTo(298);
    assertThat(sample.unusable()).isEqualTo(2);
    assertThat(sample.points()).allMatch(point -> point.value() == 0);
  }

  @Test
  void onlyTheAskedPartIsLookedAt() {
    kept.readings(BEGIN, Duration.ofMinutes(10), new double[100]);

    SampledHistory part =
        kept.histories.sample(
            HistoryKind.READINGS, 1, BEGIN.plusSeconds(600), BEGIN.plusSeconds(3600), 10);

    assertThat(part.values()).isEqualTo(5);
    assertThat(part.points().get(0).time()).isEqualTo(BEGIN.plusSeconds(600));
    assertThat(
            kept.histories.sample(HistoryKind.READINGS, 2, Instant.MIN, Instant.MAX, 10).points())
        .isEmpty();
  }

  @Test
  void scoresAreSampledAsReadingsAre() {
    kept.readings(BEGIN, Duration.ofMinutes(10), new double[400]);
    kept.detections(i -> i < 100 ? Double.NaN : i == 250 ? 333 : i % 7);

    SampledHistory sample =
        kept.histories.sample(HistoryKind.DETECTIONS, 1, Instant.MIN, Instant.MAX, 40);

    assertThat(sample.values()).isEqualTo(300);
    assertThat(sample.unusable()).isEqualTo(100);
    assertThat(sample.points())
        .hasSizeLessThanOrEqualTo(40)
        .contains(new HistoryPoint(BEGIN.plusSeconds(600 * 250), 333, "CRITICAL"));
  }

  private SampledHistory sample(int points) {
    return kept.histories.sample(HistoryKind.READINGS, 1, Instant.MIN, Instant.MAX, points);
  }

  /** Returns what one gets by looking at every stretch on its own. */
  private static List<HistoryPoint> extremes(double[] ppmv, Duration width) {
    List<HistoryPoint> points = new ArrayList<>();
    for (int begin = 0; begin < ppmv.length; ) {
      int end = begin + 1;
      while (end < ppmv.length && stretch(end, width) == stretch(begin, width)) {
        end++;
      }
      int least = begin;
      int largest = begin;
      for (int i = begin; i < end; i++) {
        least = ppmv[i] < ppmv[least] ? i : least;
        largest = ppmv[i] > ppmv[largest] ? i : largest;
      }
      points.add(point(ppmv, Math.min(least, largest)));
      if (least != largest) {
        points.add(point(ppmv, Math.max(least, largest)));
      }
      begin = end;
    }
    return points;
  }

  private static long stretch(int reading, Duration width) {
    Duration since1970 = Duration.between(Instant.EPOCH, BEGIN.plusSeconds(600L * reading));
    return since1970.dividedBy(width);
  }

  private static HistoryPoint point(double[] ppmv, int reading) {
    return new HistoryPoint(BEGIN.plusSeconds(600L * reading), ppmv[reading], "GOOD");
  }
}
