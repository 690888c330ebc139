package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThresholdSweepTest {

  /** Half a sensor-year of readings every 10 minutes: no false alarm is allowed. */
  private static final int HALF_A_YEAR = 26_298;

  @Test
  void theLowestThresholdWithoutFalseAlarmIsJustAboveTheHighestCleanLevel() {
    double[] levels = new double[HALF_A_YEAR];
    levels[500] = 40;
    ThresholdSweep sweep = new ThresholdSweep(100);
    sweep.addClean(trial(levels), levels);
    OperatingPoint point = sweep.atMostOneFalseAlarmAYear();
    assertThat(point.threshold()).isBetween(40.0, 40 * 1.0151);
    assertThat(point.falseAlarms().episodes()).isZero();
    assertThat(point.recall().value()).as("without leaks").isNull();
  }

  @Test
  void oneEpisodeIsAllowedInAYear() {
    double[] levels = new double[2 * HALF_A_YEAR + 2];
    levels[500] = 40;
    levels[5000] = 30;
    ThresholdSweep sweep = new ThresholdSweep(100);
    sweep.addClean(trial(levels), levels);
    OperatingPoint point = sweep.atMostOneFalseAlarmAYear();
    assertThat(point.threshold()).isBetween(30.0, 30 * 1.0151);
    assertThat(point.falseAlarms().episodes()).isEqualTo(1);
  }

  @Test
  void thereIsNoPointWhenEveryThresholdAlarmsTooOften() {
    double[] levels = new double[HALF_A_YEAR];
    levels[500] = 1e6;
    ThresholdSweep sweep = new ThresholdSweep(100);
    sweep.addClean(trial(levels), levels);
    assertThat(sweep.atMostOneFalseAlarmAYear()).isNull();
  }

  @Test
  void foundAtTellsForEachThresholdWhatTheRulesTell() {
    Random random = new Random(1);
    ThresholdSweep sweep = new ThresholdSweep(100);
    for (int repeat = 0; repeat < 50; repeat++) {
      double[] clean = random.doubles(40, 0, 300).toArray();
      double[] levels = random.doubles(40, 0, 300).toArray();
      clean[random.nextInt(40)] = Double.NaN;
      levels[random.nextInt(40)] = Double.NaN;
      History readings = EchoDetector.history("a", new double[40]);
      InjectedLeak leak =
          new InjectedLeak("a", 50, EchoDetector.at(36), EchoDetector.at(36), EchoDetector.at(38));
      boolean[] foundAt = sweep.foundAt(leak, readings, levels, readings, clean);
      for (int i = 0; i < foundAt.length; i++) {
        double threshold = i == 200 ? 100 : 5 * Math.pow(400, i / 400.0);
        double hours = Scoring.hoursToDetect(leak, readings, levels, readings, clean, threshold);
        assertThat(foundAt[i]).as("at %s %%", threshold).isEqualTo(!Double.isNaN(hours));
      }
    }
  }

  @Test
  void recallCountsTheLeaksFoundAtTheThreshold() {
    double[] levels = new double[HALF_A_YEAR];
    ThresholdSweep sweep = new ThresholdSweep(100);
    sweep.addClean(trial(levels), levels);
    boolean[] everywhere = new boolean[401];
    Arrays.fill(everywhere, true);
    sweep.addLeak(everywhere);
    sweep.addLeak(new boolean[401]);
    OperatingPoint point = sweep.atMostOneFalseAlarmAYear();
    assertThat(point.leaks()).isEqualTo(2);
    assertThat(point.found()).isEqualTo(1);
    assertThat(point.threshold()).as("the lowest of the grid").isEqualTo(5);
  }

  private static Trial trial(double[] levels) {
    return new Trial(
        "a",
        EchoDetector.history("a#train", 0, 0),
        EchoDetector.history("a#0", levels),
        new boolean[levels.length],
        List.of());
  }
}
