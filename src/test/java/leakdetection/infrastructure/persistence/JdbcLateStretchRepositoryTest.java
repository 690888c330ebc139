package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import leakdetection.domain.tsd.LateStretch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcLateStretchRepositoryTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  @TempDir private Path folder;
  private final JdbcLateStretchRepository stretches = new JdbcLateStretchRepository();

  @BeforeEach
  void tables() throws Exception {
    stretches.database = new KeptHistory(folder.resolve("new.sqlite3")).database;
  }

  @Test
  void whatIsTakenUpToATimeLeavesTheRestWaiting() {
    stretches.widen(stretch(10, 20));
    stretches.widen(stretch(40, 60));

    assertThat(stretches.take(1, time(50))).isEqualTo(stretch(10, 50));
    assertThat(stretches.earliest(1)).contains(time(10));
    stretches.settle(1);

    assertThat(stretches.earliest(1)).contains(time(50).plusNanos(1000));
    assertThat(stretches.take(1, Instant.MAX).to()).isEqualTo(time(60));
    stretches.settle(1);
    assertThat(stretches.earliest(1)).isEmpty();
    assertThat(stretches.sensors()).isEmpty();
  }

  @Test
  void whatComesWhileAStretchIsJudgedIsNotForgottenWithIt() {
    stretches.widen(stretch(10, 20));
    stretches.take(1, Instant.MAX);
    stretches.widen(stretch(10, 20));

    stretches.settle(1);

    assertThat(stretches.take(1, Instant.MAX)).isEqualTo(stretch(10, 20));
  }

  @Test
  void whatWasTakenAndNotJudgedIsTakenAgain() {
    stretches.widen(stretch(10, 20));
    stretches.take(1, Instant.MAX);
    stretches.widen(stretch(30, 40));

    assertThat(stretches.sensors()).containsExactly(1L);
    assertThat(stretches.take(1, time(35))).isEqualTo(stretch(10, 35));
    assertThat(stretches.take(1, time(5))).isEqualTo(stretch(10, 35));
  }

  @Test
  void nothingIsTakenBeforeItBegins() {
    stretches.widen(stretch(10, 20));

    assertThatThrownBy(() -> stretches.take(1, time(9))).isInstanceOf(IllegalStateException.class);
    assertThat(stretches.earliest(1)).contains(time(10));
  }

  private static LateStretch stretch(int from, int to) {
    return new LateStretch(1, time(from), time(to));
  }

  private static Instant time(int minute) {
    return BEGIN.plusSeconds(60L * minute);
  }
}
