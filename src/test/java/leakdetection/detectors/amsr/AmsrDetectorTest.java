package leakdetection.detectors.amsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Explanation;
import leakdetection.spi.IncompatibleSnapshotException;
import leakdetection.spi.Interval;
import leakdetection.spi.Reading;
import leakdetection.spi.Series;
import leakdetection.spi.UnusableBaselineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmsrDetectorTest extends DetectorContract {

  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final AmsrDetectorProvider PROVIDER = new AmsrDetectorProvider();

  @Override
  protected DetectorProvider provider() {
    return PROVIDER;
  }

  private static Detector detector(
      Duration interval, Map<String, Double> settings, List<Interval> normal) {
    Series baseline =
        new Series(quiet((int) (Duration.ofDays(40).dividedBy(interval)), 1), interval);
    return PROVIDER.create(
        new DetectorContext(baseline, PROVIDER.descriptor().settings(settings), normal));
  }

  private static double[] quiet(int length, int seed) {
    Random random = new Random(seed);
    double[] ppmv = new double[length];
    double slow = 0;
    for (int i = 0; i < length; i++) {
      slow = 0.98 * slow + random.nextGaussian();
      ppmv[i] = 30 + slow + 0.2 * random.nextGaussian();
    }
    return ppmv;
  }

  private static double[] scores(Detector detector, Duration interval, double[] ppmv) {
    double[] scores = new double[ppmv.length];
    for (int i = 0; i < ppmv.length; i++) {
      scores[i] =
          detector
              .assess(new Reading(START.plus(interval.multipliedBy(i)), Math.max(0, ppmv[i])))
              .score();
    }
    return scores;
  }

  private static double largest(double[] scores, int from, int to) {
    return Arrays.stream(scores, from, to).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  @Test
  void sensorsThatLearnTheSameAreScoredAsIfEachHadLearnedAlone() {
    DetectorContext shared =
        new DetectorContext(
            new Series(quiet(5760, 1), INTERVAL),
            PROVIDER.descriptor().settings(Map.of()),
            List.of());
    double[] ppmv = quiet(6000, 3);
    double[] alone = scores(new AmsrDetectorProvider().create(shared), INTERVAL, ppmv);
    double[] other = scores(new AmsrDetectorProvider().create(shared), INTERVAL, quiet(6000, 4));

    AmsrDetectorProvider provider = new AmsrDetectorProvider();
    double[] first = scores(provider.create(shared), INTERVAL, quiet(6000, 4));
    double[] second = scores(provider.create(shared), INTERVAL, ppmv);

    assertThat(first).isEqualTo(other);
    assertThat(second).isEqualTo(alone);
  }

  @Test
  void onsetIsCriticalWithinMinutesAndHeldWhileTheGasStays() {
    double[] ppmv = quiet(1500, 2);
    for (int i = 1000; i < 1300; i++) {
      ppmv[i] += 400;
    }
    double[] scores = scores(detector(INTERVAL, Map.of("slow", 0.0), List.of()), INTERVAL, ppmv);
    assertThat(largest(scores, 0, 1000)).isLessThan(100);
    assertThat(scores[1000]).isGreaterThan(100);
    assertThat(scores[1250]).isGreaterThan(100);
    assertThat(scores[1310]).isLessThan(50);
    double[] notHeld =
        scores(
            detector(INTERVAL, Map.of("slow", 0.0, "latch", 0.0, "levelGuard", 0.0), List.of()),
            INTERVAL,
            ppmv);
    assertThat(notHeld[1250]).isLessThan(50);
  }

  @Test
  void leakThatGrowsOverDaysIsFoundByTheSlowChannelOnly() {
    double[] ppmv = quiet(3000, 3);
    for (int i = 2000; i < 3000; i++) {
      ppmv[i] += Math.min(400, 0.6 * (i - 2000));
    }
    Map<String, Double> risesOnly = Map.of("slow", 0.0, "levelGuard", 0.0);
    double[] with = scores(detector(INTERVAL, Map.of(), List.of()), INTERVAL, ppmv);
    double[] without = scores(detector(INTERVAL, risesOnly, List.of()), INTERVAL, ppmv);
    assertThat(largest(with, 0, 2000)).isLessThan(100);
    assertThat(largest(with, 2000, 2500)).isGreaterThan(100);
    assertThat(largest(without, 2000, 2500)).isLessThan(100);
  }

  @Test
  void stuckSensorIsUndefinedUntilItMoves() {
    double[] ppmv = quiet(1000, 4);
    Arrays.fill(ppmv, 500, 700, 55);
    double[] scores = scores(detector(INTERVAL, Map.of(), List.of()), INTERVAL, ppmv);
    for (int i = 0; i < 1000; i++) {
      boolean stuck = i >= 536 && i < 700;
      if (stuck || i > 10 && i < 536) {
        assertThat(Double.isNaN(scores[i])).as("reading %d", i).isEqualTo(stuck);
      }
    }
    // The jump away from the stuck value is no onset.
    assertThat(largest(scores, 700, 720)).isLessThan(100);
  }

  @Test
  void confirmedNormalPulsesBecomeUsual() {
    double[] ppmv = quiet(7000, 5);
    for (int start = 500; start < 7000; start += 250) {
      for (int i = start; i < start + 20; i++) {
        ppmv[i] += 120;
      }
    }
    Interval all = new Interval(START, START.plus(Duration.ofDays(60)));
    double[] guarded = scores(detector(INTERVAL, Map.of(), List.of()), INTERVAL, ppmv);
    double[] taught = scores(detector(INTERVAL, Map.of(), List.of(all)), INTERVAL, ppmv);
    assertThat(largest(guarded, 6000, 7000)).isGreaterThan(150);
    assertThat(largest(taught, 6000, 7000)).isLessThan(120);
  }

  /** A rise within hours, a floor that stays up for days, and a level above all of the baseline. */
  @ParameterizedTest
  @CsvSource({"20, 300", "500, 60", "200, 1500"})
  void oneLessonKeepsTheSameFromAlarmingAgain(int readings, double ppm) {
    double[] ppmv = quiet(6000, 9);
    for (int start : new int[] {2000, 4500}) {
      for (int i = start; i < start + readings; i++) {
        ppmv[i] += ppm;
      }
    }
    Interval first =
        new Interval(
            START.plus(INTERVAL.multipliedBy(1964)),
            START.plus(INTERVAL.multipliedBy(2000 + readings + 288)));
    double[] untaught = scores(detector(INTERVAL, Map.of(), List.of()), INTERVAL, ppmv);
    double[] taught = scores(detector(INTERVAL, Map.of(), List.of(first)), INTERVAL, ppmv);
    assertThat(largest(untaught, 4500, 5200)).isGreaterThan(100);
    assertThat(largest(taught, 2000, 2000 + readings)).isLessThan(80);
    assertThat(largest(taught, 4500, 5200)).isLessThan(80);
    // Twice of it would be news.
    for (int i = 4500; i < 4500 + readings; i++) {
      ppmv[i] += 2 * ppm;
    }
    taught = scores(detector(INTERVAL, Map.of(), List.of(first)), INTERVAL, ppmv);
    assertThat(largest(taught, 4500, 5200)).isGreaterThan(100);
  }

  @Test
  void otherIntervalsWork() {
    for (Duration interval : List.of(Duration.ofMinutes(1), Duration.ofMinutes(60))) {
      int perDay = (int) Duration.ofDays(1).dividedBy(interval);
      double[] ppmv = quiet(14 * perDay, 6);
      for (int i = 10 * perDay; i < 11 * perDay; i++) {
        ppmv[i] += 500;
      }
      double[] scores = scores(detector(interval, Map.of(), List.of()), interval, ppmv);
      assertThat(largest(scores, perDay, 10 * perDay)).as("%s", interval).isLessThan(100);
      assertThat(scores[10 * perDay]).as("%s", interval).isGreaterThan(100);
    }
  }

  @Test
  void restoredDetectorContinuesThroughAFitOnFullHistory() throws IncompatibleSnapshotException {
    double[] ppmv = quiet(9000, 7);
    DetectorContext context =
        new DetectorContext(
            new Series(quiet(12_960, 8), INTERVAL),
            PROVIDER.descriptor().settings(Map.of()),
            List.of(
                new Interval(
                    START.plus(INTERVAL.multipliedBy(1000)),
                    START.plus(INTERVAL.multipliedBy(1200)))));
    double[] expected = scores(PROVIDER.create(context), INTERVAL, ppmv);
    Detector stopped = PROVIDER.create(context);
    scores(stopped, INTERVAL, Arrays.copyOf(ppmv, 5000));
    DetectorSnapshot snapshot = stopped.snapshot();
    Detector restored = PROVIDER.restore(context, snapshot);
    for (int i = 5000; i < 9000; i++) {
      Instant time = START.plus(INTERVAL.multipliedBy(i));
      assertThat(restored.assess(new Reading(time, ppmv[i])).score()).isEqualTo(expected[i]);
    }
    assertThat(snapshot.state().length).isLessThan(60_000);
  }

  @Test
  void readingThatIsNotPhysicalIsUndefinedAndTeachesNothing() {
    Detector detector = detector(INTERVAL, Map.of(), List.of());
    Detector spared = detector(INTERVAL, Map.of(), List.of());
    double[] ppmv = quiet(300, 9);
    for (int i = 0; i < 300; i++) {
      Instant time = START.plus(INTERVAL.multipliedBy(i));
      if (i == 150) {
        assertThat(detector.assess(new Reading(time, 1e14)).score()).isNaN();
      } else {
        double score = detector.assess(new Reading(time, ppmv[i])).score();
        assertThat(score).isEqualTo(spared.assess(new Reading(time, ppmv[i])).score());
      }
    }
  }

  @Test
  void explanationNamesWhatDecided() {
    double[] ppmv = quiet(400, 10);
    ppmv[399] += 300;
    Detector detector = detector(INTERVAL, Map.of(), List.of());
    double[] scores = scores(detector, INTERVAL, ppmv);
    Explanation explanation = detector.explain().orElseThrow();
    assertThat(explanation.summary()).contains("min before");
    assertThat(explanation.parts().values().stream().mapToDouble(v -> v).max().orElseThrow())
        .isEqualTo(scores[399]);
    assertThat(explanation.expected()).isNotEmpty().allMatch(v -> v < 60);
  }

  @Test
  void baselineThatIsTooShortOrFlatIsRefusedWithItsFigures() {
    assertThatThrownBy(() -> create(quiet(250, 1)))
        .isInstanceOf(UnusableBaselineException.class)
        .hasMessageContaining("250 usable readings, 1.7 days");
    assertThatThrownBy(() -> create(new double[1000]))
        .isInstanceOf(UnusableBaselineException.class)
        .hasMessageContaining("flat");
  }

  private static Detector create(double[] baseline) {
    return PROVIDER.create(
        new DetectorContext(
            new Series(baseline, INTERVAL), PROVIDER.descriptor().settings(Map.of()), List.of()));
  }
}
