package leakdetection.application.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import leakdetection.application.InMemoryLateStretches;
import leakdetection.application.InMemoryReadings;
import leakdetection.application.InMemoryRollUps;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class ReadingRemovalTest {

  private static final Instant TIME = Instant.parse("2024-05-01T00:00:00Z");

  private final InMemoryRollUps rollUps = new InMemoryRollUps();

  @Test
  void theDaysOfAReadingThatIsBackAreRolledUpAgain() {
    removal().noteRestored(1);

    assertThat(rollUps.outdated()).hasSize(HistoryKind.values().length).containsOnly(TIME);
  }

  @Test
  void aRollUpOfWhichNothingElseIsLeftStays() {
    rollUps.keepFrom(TIME.plusSeconds(1));

    removal().noteRestored(1);

    assertThat(rollUps.outdated()).isEmpty();
  }

  private ReadingRemoval removal() {
    InMemoryReadings readings = new InMemoryReadings();
    readings.addAll(List.of(new TimeSeriesData(1, 7, TIME, 9000, Quality.GOOD)));
    ReadingRemoval removal = new ReadingRemoval();
    removal.readings = readings;
    removal.rollUps = rollUps;
    removal.lateStretches = new InMemoryLateStretches();
    return removal;
  }
}
