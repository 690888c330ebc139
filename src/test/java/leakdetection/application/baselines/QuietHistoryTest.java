package leakdetection.application.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class QuietHistoryTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void alarmsAndProceduresAreLeftOutAndTheJunctionsMarked() {
    QuietHistory quiet =
        QuietHistory.of(
            List.of(
                judged(0, 1, Deviation.WARNING, false),
                judged(10, 2, Deviation.OK, false),
                judged(20, 3, Deviation.CRITICAL, false),
                judged(30, 4, Deviation.WARNING, false),
                judged(40, 5, Deviation.UNDEFINED, false),
                judged(50, 6, Deviation.OK, true)));

    assertThat(quiet.ppmv()).containsExactly(2, Double.NaN, 5);
    assertThat(quiet.upTo()).isEqualTo(BEGIN.plus(Duration.ofMinutes(50)));
  }

  @Test
  void aGapIsAJunctionOnlyBeyondTwoHours() {
    QuietHistory quiet =
        QuietHistory.of(
            List.of(
                judged(0, 1, Deviation.OK, false),
                judged(120, 2, Deviation.OK, false),
                judged(241, 3, Deviation.OK, false)));

    assertThat(quiet.ppmv()).containsExactly(1, 2, Double.NaN, 3);
  }

  private static AnomalyDetection judged(
      int minute, double ppmv, Deviation deviation, boolean feedbackMode) {
    Instant time = BEGIN.plus(Duration.ofMinutes(minute));
    return new AnomalyDetection(
        minute,
        new TimeSeriesData(minute, 1, time, ppmv, Quality.GOOD),
        new Judgement("threshold", 0, deviation, feedbackMode));
  }
}
