package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {

  private static final double YEAR_MINUTES = 365.25 * 24 * 60;

  @Test
  void alarmsADayApartAreOneEpisodeAndLaterOnesAreAnother() {
    double[] levels = new double[400];
    levels[10] = 100;
    levels[10 + 144] = 150;
    assertThat(Scoring.falseAlarms(trial(levels), levels, 100)).isEqualTo(1);
    levels[10 + 144 + 145] = 100;
    assertThat(Scoring.falseAlarms(trial(levels), levels, 100)).isEqualTo(2);
  }

  @Test
  void anAlarmJoinsAnEpisodeFromItsLastAlarmOn() {
    double[] levels = new double[600];
    levels[0] = levels[100] = levels[200] = levels[300] = 100;
    assertThat(Scoring.falseAlarms(trial(levels), levels, 100)).isEqualTo(1);
  }

  @Test
  void levelsBelowTheThresholdAndUndefinedOnesAreNoAlarms() {
    double[] levels = {99.999, Double.NaN, 0};
    assertThat(Scoring.falseAlarms(trial(levels), levels, 100)).isZero();
  }

  @Test
  void suspectStretchesCountNeitherAsAlarmsNorAsTime() {
    double[] levels = {100, 100, 0, 0};
    Trial trial =
        new Trial(
            "x",
            EchoDetector.history("x#train", 0, 0),
            EchoDetector.history("x#0", levels),
            new boolean[] {true, true, false, false},
            List.of());
    assertThat(Scoring.falseAlarms(trial, levels, 100)).isZero();
    assertThat(Scoring.sensorYears(trial)).isEqualTo(20 / YEAR_MINUTES);
  }

  @Test
  void aGapCountsAsOneHourOfWatching() {
    long[] times = {0, 10 * 60_000, 1000 * 60_000};
    History clean = new History("x#0", times, new double[3]);
    Trial trial =
        new Trial("x", EchoDetector.history("x#train", 0, 0), clean, new boolean[3], List.of());
    assertThat(Scoring.sensorYears(trial)).isCloseTo(70 / YEAR_MINUTES, within(1e-15));
  }

  @Test
  void aLeakIsFoundFromItsStartToItsEndInclusive() {
    double[] clean = new double[10];
    assertThat(hours(clean, alarmAt(3))).as("at its start, half an hour before").isEqualTo(-0.5);
    assertThat(hours(clean, alarmAt(8))).as("at its end").isCloseTo(1.0 / 3, within(1e-15));
    assertThat(hours(clean, alarmAt(2))).as("before").isNaN();
    assertThat(hours(clean, alarmAt(9))).as("after").isNaN();
  }

  @Test
  void anAlarmThatComesWithoutTheLeakTooDoesNotCount() {
    double[] clean = alarmAt(6);
    assertThat(hours(clean, alarmAt(6))).isNaN();
    double[] both = alarmAt(6);
    both[7] = 100;
    assertThat(hours(clean, both)).isCloseTo(1.0 / 6, within(1e-15));
  }

  @Test
  void anUndefinedLeakFreeLevelMasksNothing() {
    double[] clean = new double[10];
    clean[6] = Double.NaN;
    assertThat(hours(clean, alarmAt(6))).isZero();
  }

  /** A leak from reading 3 to reading 8, its onset at reading 6. */
  private static double hours(double[] cleanLevels, double[] levels) {
    History readings = EchoDetector.history("x#1", levels);
    InjectedLeak leak =
        new InjectedLeak("leak", 50, EchoDetector.at(3), EchoDetector.at(6), EchoDetector.at(8));
    return Scoring.hoursToDetect(leak, readings, levels, readings, cleanLevels, 100);
  }

  private static double[] alarmAt(int i) {
    double[] levels = new double[10];
    levels[i] = 100;
    return levels;
  }

  private static Trial trial(double[] levels) {
    return new Trial(
        "x",
        EchoDetector.history("x#train", 0, 0),
        EchoDetector.history("x#0", levels),
        new boolean[levels.length],
        List.of());
  }
}
