package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import leakdetection.spi.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeakPackingTest {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final Duration TAIL = Duration.ofHours(12);

  @ParameterizedTest
  @EnumSource(LeakShape.class)
  void aCurveIsScaledToOneAndFollowsTheSensorAfterTheRelease(LeakShape shape) {
    Duration lasting = Duration.ofHours(24);
    double[] curve = shape.curve(lasting, TAIL, STEP, new SplittableRandom(3));
    int stop = (int) shape.release(lasting).dividedBy(STEP);
    assertThat(curve).hasSize(stop + 72);
    assertThat(Arrays.stream(curve).max()).hasValue(1);
    assertThat(Arrays.stream(curve).min().orElseThrow()).isNotNegative();
    for (int i = stop; i < curve.length; i++) {
      assertThat(curve[i] / curve[i - 1]).isCloseTo(Math.exp(-10.0 / 120), within(1e-9));
    }
  }

  @Test
  void aRampGrowsAllTheTimeAndThenStays() {
    double[] curve =
        LeakShape.RAMP.curve(Duration.ofHours(72), TAIL, STEP, new SplittableRandom(3));
    assertThat(Arrays.copyOf(curve, 432)).isSorted();
    assertThat(curve[216]).isCloseTo(0.47, within(0.03));
    assertThat(curve[500]).isGreaterThan(0.99);
  }

  @Test
  void aPlumeComesWithTheTide() {
    double[] curve =
        LeakShape.PLUME.curve(Duration.ofHours(120), TAIL, STEP, new SplittableRandom(5));
    long high = Arrays.stream(curve).filter(value -> value > 0.1).count();
    assertThat((double) high / curve.length).isBetween(0.05, 0.8);
  }

  @Test
  void theSameSeedGivesTheSameLeaks() {
    assertThat(trial(BacktestTest.history("a", 1), 1, 9))
        .isEqualTo(trial(BacktestTest.history("a", 1), 1, 9));
    assertThat(trial(BacktestTest.history("a", 1), 1, 9))
        .isNotEqualTo(trial(BacktestTest.history("a", 1), 1, 10));
  }

  @Test
  void everyLeakIsAddedOnceWithItsPeakAndADayOfQuietBefore() {
    History history = BacktestTest.history("a", 1);
    List<Double> peaks = new ArrayList<>();
    for (LeakyCopy copy : trial(history, 1, 9)) {
      long quietSince = EchoDetector.at(1008).toEpochMilli();
      for (InjectedLeak leak : copy.leaks()) {
        assertThat(leak.start().toEpochMilli() - quietSince)
            .isGreaterThanOrEqualTo(Duration.ofDays(1).toMillis());
        quietSince = leak.end().toEpochMilli();
        double added = 0;
        for (int i = 0; i < copy.readings().length(); i++) {
          Instant time = copy.readings().time(i);
          if (!time.isBefore(leak.start()) && !time.isAfter(leak.end())) {
            added = Math.max(added, copy.readings().ppmv()[i] - history.ppmv()[1008 + i]);
          }
        }
        assertThat(added).isCloseTo(leak.peakPpmv(), within(0.1 * leak.peakPpmv()));
        assertThat(leak.onset()).isBetween(leak.start(), leak.end());
        peaks.add(leak.peakPpmv());
      }
    }
    assertThat(peaks).hasSize(40).filteredOn(peak -> peak == 40).hasSize(20);
  }

  @Test
  void noLeakTouchesASuspectStretch() {
    Interval suspect = new Interval(EchoDetector.at(2000), EchoDetector.at(2600));
    InjectedHistory source =
        new InjectedHistory(
            BacktestTest.history("a", 1), EchoDetector.at(1008), List.of(suspect), injection(1, 9));
    Trial trial = source.load();
    assertThat(trial.suspect()).hasSize(3024);
    assertThat(trial.suspect()[2000 - 1008]).isTrue();
    assertThat(trial.suspect()[2600 - 1008]).isFalse();
    assertThat(trial.copies())
        .flatExtracting(LeakyCopy::leaks)
        .isNotEmpty()
        .noneMatch(
            leak -> leak.start().isBefore(suspect.to()) && leak.end().isAfter(suspect.from()));
  }

  @Test
  void aSensorSaturatesAndMissingReadingsStayMissing() {
    History history = BacktestTest.history("a", 1);
    Arrays.fill(history.ppmv(), 2000, 2010, Double.NaN);
    List<LeakyCopy> copies = trial(history, 10_000, 9);
    for (LeakyCopy copy : copies) {
      double[] ppmv = copy.readings().ppmv();
      assertThat(Arrays.stream(ppmv).filter(Double::isFinite).max()).hasValue(10_000);
      assertThat(Arrays.copyOfRange(ppmv, 992, 1002)).containsOnly(Double.NaN);
    }
  }

  @Test
  void noLeakLiesInAGapButAnIrregularSensorIsNotAllGaps() {
    long[] times = new long[3000];
    for (int i = 1; i < times.length; i++) {
      long minutes = i == 2000 ? 30 * 24 * 60 : i % 3 == 0 ? 120 : 20;
      times[i] = times[i - 1] + minutes * 60_000;
    }
    History irregular = new History("a", times, new double[3000]);
    Instant gapFrom = irregular.time(1999);
    Instant gapTo = irregular.time(2000);
    assertThat(
            new InjectedHistory(irregular, irregular.time(1000), List.of(), injection(1, 9))
                .load()
                .copies())
        .flatExtracting(LeakyCopy::leaks)
        .hasSize(40)
        .noneMatch(
            leak ->
                leak.start().isBefore(gapTo.minus(TAIL)) && leak.end().isAfter(gapFrom.plus(TAIL)));
  }

  @Test
  void aTestPartThatIsTooShortIsRefused() {
    InjectedHistory source =
        new InjectedHistory(
            BacktestTest.history("a", 1), EchoDetector.at(3900), List.of(), injection(1, 9));
    assertThatThrownBy(source::load)
        .hasMessage(
            "a#0 is too short or has too many gaps for leaks: readings cover 21 h from"
                + " 2024-01-28T02:00:00Z to 2024-01-28T23:50:00Z.");
  }

  @Test
  void aHistoryTrainsOnItsFirstHalfButNotLongerThan90Days() {
    History month = BacktestTest.history("a", 1);
    assertThat(InjectedHistory.usualTrainUntil(month)).isEqualTo(EchoDetector.at(2016));
    Arrays.fill(month.ppmv(), 0, 2032, 1e14);
    assertThat(InjectedHistory.usualTrainUntil(month)).isEqualTo(EchoDetector.at(3032));
    History year = EchoDetector.history("b", new double[365 * 144]);
    assertThat(InjectedHistory.usualTrainUntil(year)).isEqualTo(EchoDetector.at(90 * 144));
  }

  @Test
  void leaksOutOfBoundsAreRefused() {
    LeakInjection usual = LeakInjection.STANDARD;
    assertThatThrownBy(
            () -> new LeakInjection(List.of(20_000.0), usual.durations(), usual.shapes(), 1, 1))
        .hasMessageContaining("20000.0 ppmv");
    assertThatThrownBy(
            () -> new LeakInjection(usual.peaksPpmv(), usual.durations(), usual.shapes(), 0, 1))
        .hasMessageContaining("from 1 to 1000");
  }

  private static List<LeakyCopy> trial(History history, double least, long seed) {
    return new InjectedHistory(history, EchoDetector.at(1008), List.of(), injection(least, seed))
        .load()
        .copies();
  }

  private static LeakInjection injection(double least, long seed) {
    return new LeakInjection(
        least == 1 ? List.of(40.0, 400.0) : List.of(least),
        List.of(Duration.ofHours(12), Duration.ofHours(30)),
        List.of(LeakShape.PLUME, LeakShape.RAMP),
        20,
        seed);
  }
}
