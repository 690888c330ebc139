package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void seriesMarksEachMissingReadingOfAGap() {
    History history = new History("x", minutes(0, 10, 20, 50, 60), new double[] {1, 2, 3, 4, 5});
    assertThat(history.series().ppmv()).containsExactly(1, 2, 3, Double.NaN, Double.NaN, 4, 5);
    assertThat(history.series().interval()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void seriesTakesUnusableReadingsForMissingOnes() {
    History history =
        EchoDetector.history("x", 1, 1e14, 3, Double.NaN, Double.NEGATIVE_INFINITY, 4, -10_000.5);
    assertThat(history.series().ppmv())
        .containsExactly(1, Double.NaN, 3, Double.NaN, Double.NaN, 4);
  }

  @Test
  void seriesKeepsJitterFromMakingHoles() {
    History history = new History("x", minutes(0, 10, 24, 30, 40), new double[] {1, 2, 3, 4, 5});
    assertThat(history.series().ppmv()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void seriesBoundsWhatAGapOfManyYearsCosts() {
    History history = new History("x", minutes(0, 10, 20, 100_000_000), new double[] {1, 2, 3, 4});
    assertThat(history.series().length()).isEqualTo(20_004);
  }

  @Test
  void intervalIsTheMedianStep() {
    History history =
        new History("x", minutes(0, 20, 40, 60, 500, 505), new double[] {1, 2, 3, 4, 5, 6});
    assertThat(history.interval()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void oneUsableReadingIsTooLittleForASeries() {
    assertThatThrownBy(() -> EchoDetector.history("x", 1, 1e14).series())
        .hasMessage("x has 1 usable readings; at least 2 are needed.");
  }

  @Test
  void timesThatDoNotRiseAreRefused() {
    assertThatThrownBy(() -> new History("x", minutes(0, 10, 10), new double[3]))
        .hasMessageContaining("1970-01-01T00:10:00Z");
  }

  @Test
  void partsMeetWithoutOverlap() {
    History history = EchoDetector.history("x", 1, 2, 3, 4);
    assertThat(history.before("a", EchoDetector.at(2)).ppmv()).containsExactly(1, 2);
    assertThat(history.from("b", EchoDetector.at(2)).ppmv()).containsExactly(3, 4);
    assertThat(history.from("b", EchoDetector.at(2)).name()).isEqualTo("b");
  }

  private static long[] minutes(long... minutes) {
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] *= 60_000;
    }
    return minutes;
  }
}
