package leakdetection.infrastructure.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Backlog backlog = new Backlog();

  @Test
  void nothingWaitsAtTheBeginning() {
    assertThat(backlog.readings()).isZero();
    assertThat(backlog.lag(NOW)).isZero();
  }

  @Test
  void readingsWaitUntilTheNewestOfTheirBatchIsJudged() {
    backlog.add(1, time(10), 5, NOW);
    backlog.add(1, time(20), 3, NOW.plusSeconds(2));
    backlog.add(2, time(20), 4, NOW.plusSeconds(3));

    assertThat(backlog.readings()).isEqualTo(12);
    assertThat(backlog.lag(NOW.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));

    backlog.judgedUntil(1, time(9));
    assertThat(backlog.readings()).isEqualTo(12);

    backlog.judgedUntil(1, time(15));
    assertThat(backlog.readings()).isEqualTo(7);
    assertThat(backlog.lag(NOW.plusSeconds(5))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void removedSensorNoLongerWaits() {
    backlog.add(1, time(10), 5, NOW);
    backlog.remove(1);

    assertThat(backlog.readings()).isZero();
    backlog.judgedUntil(1, time(10));
  }

  @Test
  void countStaysRightWhereBatchesAreJoined() {
    for (int i = 1; i <= 1500; i++) {
      backlog.add(1, time(i), 2, NOW.plusSeconds(i));
    }

    assertThat(backlog.readings()).isEqualTo(3000);
    backlog.judgedUntil(1, time(1499));
    assertThat(backlog.readings()).isEqualTo(2 * 501);
    backlog.judgedUntil(1, time(1500));
    assertThat(backlog.readings()).isZero();
  }

  private static Instant time(int minutes) {
    return NOW.plusSeconds(60L * minutes);
  }
}
