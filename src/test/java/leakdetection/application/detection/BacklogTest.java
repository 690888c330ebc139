package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private final Backlog backlog = new Backlog();

  @Test
  void itBeginsBehindAndHoldsNothingUntilTheJudgeCatchesUp() {
    backlog.add(readings(0, 3));

    assertThat(backlog.isEmpty()).isFalse();
    assertThat(backlog.size()).isZero();
    assertThat(backlog.catchUp()).isTrue();
    assertThat(backlog.catchUp()).isFalse();
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void readingsAreTakenInOrderAndNotMoreThanAskedFor() {
    backlog.catchUp();
    backlog.add(readings(0, 3));
    backlog.add(readings(3, 2));

    assertThat(backlog.take(4)).extracting(TimeSeriesData::id).containsExactly(0L, 1L, 2L, 3L);
    assertThat(backlog.take(4)).extracting(TimeSeriesData::id).containsExactly(4L);
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void lateReadingsDoNotWait() {
    backlog.catchUp();
    backlog.add(
        List.of(
            reading(0, Quality.SENTINEL),
            reading(1, Quality.GOOD),
            reading(2, Quality.LATE),
            reading(3, Quality.NOT_FINITE)));

    assertThat(backlog.take(10)).extracting(TimeSeriesData::id).containsExactly(0L, 1L, 3L);
  }

  @Test
  void allSensorsTogetherHaveABoundAndGiveItBack() {
    Semaphore room = new Semaphore(10);
    Backlog first = new Backlog(room);
    Backlog second = new Backlog(room);
    first.catchUp();
    second.catchUp();
    first.add(readings(0, 6));
    second.add(readings(0, 6));
    assertThat(second.isEmpty()).isFalse();
    assertThat(second.size()).isZero();
    assertThat(room.availablePermits()).isEqualTo(4);

    first.take(2);
    assertThat(room.availablePermits()).isEqualTo(6);
    first.fallBehind();
    assertThat(room.availablePermits()).isEqualTo(10);
  }

  @Test
  void whatDoesNotFitIsLeftToTheDatabase() {
    backlog.catchUp();
    backlog.add(readings(0, Backlog.CAPACITY));
    assertThat(backlog.size()).isEqualTo(Backlog.CAPACITY);

    backlog.add(readings(Backlog.CAPACITY, 1));

    assertThat(backlog.size()).isZero();
    assertThat(backlog.isEmpty()).isFalse();
    assertThat(backlog.catchUp()).isTrue();
  }

  private static List<TimeSeriesData> readings(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(id -> reading(id, Quality.GOOD)).toList();
  }

  private static TimeSeriesData reading(int id, Quality quality) {
    return new TimeSeriesData(id, 1, Instant.EPOCH.plusSeconds(id), id, quality);
  }
}
