package leakdetection.detectors.amsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The channels against the numbers that the recipe's program computed. */
class AmsrGoldenTest {

  private static final Sampling SAMPLING = Sampling.of(Duration.ofMinutes(10));
  private static final ConfirmedNormal NOTHING = new ConfirmedNormal(List.of());
  private static final int LEARNED = 12_960;
  private static final int REFIT = 2160;

  @Test
  void staticScoresMatch() throws IOException {
    BenchmarkSeries training = BenchmarkSeries.training("dev", "XT2316b");
    BenchmarkSeries live = BenchmarkSeries.golden("amsr_scores.csv", "XT2316b#1");
    ReadingHistory history = history(training);
    RiseChannel rise = new RiseChannel(SAMPLING, NOTHING);
    rise.learn(
        new ReadingHistory.Unpacked(0, training.minutes(), training.millis()),
        0,
        training.length());
    for (int i = 0; i < live.length(); i++) {
      double score = rise.score(history, live.minutes()[i], live.millis()[i], 0);
      assertThat(relative(score, live.column(i, 2))).as("row %d", i).isLessThan(1e-9);
      history.append(live.minutes()[i], live.millis()[i]);
    }
  }

  @Test
  void adaptiveScoresMatch() throws IOException {
    assertThat(worstAdaptive("XT2316b")).isLessThan(1e-9);
  }

  /**
   * The golden scores of this stream were computed from a training part whose decimals were rounded
   * otherwise in one place, which moves one of its four weights by 1e-6.
   */
  @Test
  void adaptiveScoresOfTheShortTrainingMatchUpToItsRounding() throws IOException {
    assertThat(worstAdaptive("QI5472")).isLessThan(3e-6);
  }

  private static double worstAdaptive(String stream) throws IOException {
    BenchmarkSeries training = BenchmarkSeries.training("dev", stream);
    BenchmarkSeries live = BenchmarkSeries.golden("amsr_scores.csv", stream + "#1");
    ReadingHistory history = history(training);
    RiseChannel rise = new RiseChannel(SAMPLING, NOTHING);
    double worst = 0;
    for (int i = 0; i < live.length(); i++) {
      int number = history.size();
      if (i % REFIT == 0) {
        int from = Math.max(0, number - LEARNED);
        rise.learn(history.unpack(from), from, number);
      }
      double score = rise.score(history, live.minutes()[i], live.millis()[i], 0);
      history.append(live.minutes()[i], live.millis()[i]);
      rise.guard(number, score);
      worst = Math.max(worst, relative(score, live.column(i, 3)));
    }
    return worst;
  }

  @Test
  void slowScoresMatch() throws IOException {
    for (String stream : List.of("QI5472", "XT2316b")) {
      BenchmarkSeries training = BenchmarkSeries.training("dev_ramps", stream);
      BenchmarkSeries live = BenchmarkSeries.golden("slow_scores.csv", stream + "#1");
      ReadingHistory history = new ReadingHistory(LEARNED + 288);
      SlowChannel slow = new SlowChannel(SAMPLING, NOTHING, 15);
      slow.begin(training.minutes(), training.millis(), live.minutes()[0]);
      for (int i = 0; i < training.length(); i++) {
        history.append(training.minutes()[i], training.millis()[i]);
        slow.update(history);
      }
      for (int i = 0; i < live.length(); i++) {
        history.append(live.minutes()[i], live.millis()[i]);
        slow.update(history);
        for (int scale = 0; scale < 3; scale++) {
          assertMatches(i, slow.floor(scale), live.column(i, 2 + scale), 1e-3);
          assertMatches(i, slow.rise(scale), live.column(i, 5 + scale), 3e-5);
        }
        assertMatches(i, slow.score(), live.column(i, 8), 3e-5);
      }
    }
  }

  private static ReadingHistory history(BenchmarkSeries series) {
    ReadingHistory history = new ReadingHistory(LEARNED + 288);
    for (int i = 0; i < series.length(); i++) {
      history.append(series.minutes()[i], series.millis()[i]);
    }
    return history;
  }

  private static double relative(double score, double golden) {
    return Math.abs(score - golden) / Math.max(1e-3, Math.abs(golden));
  }

  private static void assertMatches(int row, double actual, double golden, double relative) {
    assertThat(actual)
        .as("row %d", row)
        .isCloseTo(golden, within(relative * Math.max(1, Math.abs(golden))));
  }
}
