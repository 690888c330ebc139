package leakdetection.application.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import leakdetection.spi.Assessment;
import leakdetection.spi.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BacktestTest {

  private static final Executor CALLER = Runnable::run;

  @Test
  void findsWhatTheRulesSay() throws IOException {
    BacktestResult result = run(CALLER, EchoDetector.alarmingAt(150));
    DetectorFigures figures = result.detectors().get(0);
    assertThat(result.failures()).isEmpty();
    assertThat(figures.falseAlarms().episodes()).isZero();
    assertThat(figures.leaks().leaks()).isEqualTo(60);
    assertThat(figures.sizes())
        .extracting(LeakFigures::peakPpmv)
        .containsExactly(50.0, 100.0, 300.0);
    assertThat(figures.sizes()).extracting(LeakFigures::found).containsExactly(0, 0, 20);
    assertThat(figures.smallestLeakPpmv().value()).isBetween(100.0, 300.0);
    assertThat(figures.smallestLeakPpmv().lower()).isEqualTo(100);
    assertThat(figures.smallestLeakPpmv().upper()).isEqualTo(300);
    assertThat(figures.streams()).extracting(StreamFigures::stream).containsExactly("a", "b");
  }

  @Test
  void givesTheSameResultWithAnyNumberOfThreads() throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      assertThat(run(pool, contenders())).isEqualTo(run(CALLER, contenders()));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void goesOnAloneWhenTheExecutorLendsNothing() throws IOException {
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };
    Executor forgetful = task -> {};
    assertThat(run(full, contenders())).isEqualTo(run(CALLER, contenders()));
    assertThat(run(forgetful, contenders())).isEqualTo(run(CALLER, contenders()));
  }

  @Test
  void aBrokenDetectorIsListedAndTheOthersGoOn() throws IOException {
    Contender silent = EchoDetector.twisted("silent", 100, level -> null);
    Contender thrower =
        EchoDetector.twisted(
            "thrower",
            100,
            level -> {
              throw new IllegalStateException("boom");
            });
    BacktestResult result = run(CALLER, silent, thrower, EchoDetector.alarmingAt(150));
    assertThat(result.detectors()).extracting(DetectorFigures::name).containsExactly("echo");
    assertThat(result.failures())
        .extracting(BacktestResult.Failure::reason)
        .containsExactly(
            "Detector silent returned no assessment for a#0 at 2024-01-08T00:00:00Z.",
            "Detector thrower failed on a#0 at 2024-01-08T00:00:00Z: boom");
  }

  @Test
  @Timeout(60)
  void aDetectorThatHangsIsListedAndTheOthersGoOn() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    BacktestResult result =
        run(CALLER, EchoDetector.hanging("hanging", end), EchoDetector.alarmingAt(150));
    end.countDown();
    assertThat(result.detectors()).extracting(DetectorFigures::name).containsExactly("echo");
    assertThat(result.failures())
        .extracting(BacktestResult.Failure::reason)
        .containsExactly(
            "Detector echo did not return from a call and is not called again until hanging.jar is"
                + " replaced or the server starts anew.");
  }

  @Test
  void aBrokenDetectorIsNotAskedAgain() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Contender silent =
        EchoDetector.twisted(
            "silent",
            100,
            level -> {
              asked.incrementAndGet();
              return null;
            });
    run(CALLER, silent);
    assertThat(asked).hasValue(1);
  }

  @Test
  void learnsFromTheCleanedTrainingPartOnlyIfAsked() throws IOException {
    List<Series> baselines = new ArrayList<>();
    Contender raw = EchoDetector.learning("raw", baselines::add);
    Contender cleaned = EchoDetector.learning("cleaned", baselines::add).learningCleaned();
    History history = history("a", 1);
    Arrays.fill(history.ppmv(), 500, 520, 300);
    BacktestPlan plan =
        new BacktestPlan(List.of(raw, cleaned), List.of(injected(history)), 1, Optional.empty());
    Backtest.run(plan, CALLER, EchoDetector.PLUGINS, Progress.UNWATCHED);
    assertThat(baselines.get(0).ppmv()).hasSize(1008).contains(300.0);
    assertThat(baselines.get(1).ppmv()).hasSizeLessThan(900).doesNotContain(300.0);
  }

  @Test
  void scoresThatAreNotFiniteAreUndefined() throws IOException {
    Contender endless =
        EchoDetector.twisted("endless", 1, level -> new Assessment(Double.POSITIVE_INFINITY));
    DetectorFigures figures = run(CALLER, endless).detectors().get(0);
    assertThat(figures.falseAlarms().episodes()).isZero();
    assertThat(figures.leaks().found()).isZero();
  }

  @Test
  void canBeCancelledAndClosesItsDetectors() {
    int open = EchoDetector.OPEN.get();
    AtomicBoolean stop = new AtomicBoolean();
    Progress impatient =
        new Progress() {
          @Override
          public void advanced(double share, String doing) {
            stop.set(share > 0.2);
          }

          @Override
          public boolean isCancelled() {
            return stop.get();
          }
        };
    assertThatThrownBy(
            () -> Backtest.run(plan(contenders()), CALLER, EchoDetector.PLUGINS, impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(EchoDetector.OPEN).hasValue(open);
  }

  @Test
  void aSlowDetectorIsNotWaitedForWhenCancelled() {
    AtomicInteger asked = new AtomicInteger();
    Contender counting =
        EchoDetector.twisted(
            "counting",
            100,
            level -> {
              asked.incrementAndGet();
              return level;
            });
    Progress afterAFew =
        new Progress() {
          @Override
          public void advanced(double share, String doing) {}

          @Override
          public boolean isCancelled() {
            return asked.get() > 100;
          }
        };
    assertThatThrownBy(() -> Backtest.run(plan(counting), CALLER, EchoDetector.PLUGINS, afterAFew))
        .isInstanceOf(CancellationException.class);
    assertThat(asked.get()).isLessThan(200);
  }

  @Test
  void progressNeverFallsAndEndsWithAll() throws IOException {
    List<Double> shares = new ArrayList<>();
    Backtest.run(
        plan(contenders()), CALLER, EchoDetector.PLUGINS, (share, doing) -> shares.add(share));
    assertThat(shares).isSorted().allMatch(share -> share >= 0 && share <= 1);
    assertThat(shares.get(shares.size() - 1)).isEqualTo(1);
  }

  @Test
  void levelsComeInTheOrderOfThePlanAndSkipUnusableReadings() throws IOException {
    History history = history("a", 1);
    history.ppmv()[1500] = 1e14;
    List<String> order = new ArrayList<>();
    List<Double> undefined = new ArrayList<>();
    LevelSink sink =
        (contender, readings, levels) -> {
          order.add(readings.name());
          for (int i = 0; i < levels.length; i++) {
            if (Double.isNaN(levels[i])) {
              undefined.add(readings.ppmv()[i]);
            }
          }
        };
    Trial trial = injected(history).load();
    BacktestPlan plan =
        new BacktestPlan(
            List.of(EchoDetector.alarmingAt(150)),
            List.of(injected(history)),
            1,
            Optional.of(sink));
    Backtest.run(plan, CALLER, EchoDetector.PLUGINS, Progress.UNWATCHED);
    assertThat(order).hasSize(1 + trial.copies().size()).startsWith("a#0", "a#1", "a#2");
    assertThat(undefined).hasSize(order.size()).containsOnly(1e14);
  }

  @Test
  void twoContendersOfOneNameAreRefused() {
    assertThatThrownBy(() -> plan(EchoDetector.alarmingAt(1), EchoDetector.alarmingAt(2)))
        .hasMessageContaining("called echo");
  }

  @Test
  void anUnusableTrainingPartIsNamed() {
    History history = history("a", 1);
    Arrays.fill(history.ppmv(), 0, 1008, Double.NaN);
    BacktestPlan plan =
        new BacktestPlan(
            List.of(EchoDetector.alarmingAt(1)), List.of(injected(history)), 1, Optional.empty());
    assertThatThrownBy(() -> Backtest.run(plan, CALLER, EchoDetector.PLUGINS, Progress.UNWATCHED))
        .hasMessage("a#train has 0 usable readings; at least 2 are needed.");
  }

  private static Contender[] contenders() {
    return new Contender[] {
      EchoDetector.alarmingAt(150), EchoDetector.twisted("low", 60, level -> level)
    };
  }

  private static BacktestResult run(Executor executor, Contender... contenders) throws IOException {
    return Backtest.run(plan(contenders), executor, EchoDetector.PLUGINS, Progress.UNWATCHED);
  }

  private static BacktestPlan plan(Contender... contenders) {
    return new BacktestPlan(
        List.of(contenders),
        List.of(injected(history("a", 1)), injected(history("b", 2))),
        1,
        Optional.empty());
  }

  private static TrialSource injected(History history) {
    LeakInjection leaks =
        new LeakInjection(
            List.of(50.0, 100.0, 300.0),
            List.of(Duration.ofHours(12), Duration.ofHours(24)),
            List.of(LeakShape.PLUME),
            10,
            7);
    return new InjectedHistory(history, EchoDetector.at(1008), List.of(), leaks);
  }

  /** Four weeks of noise between 10 and 20 ppmv. */
  static History history(String name, long seed) {
    Random random = new Random(seed);
    return EchoDetector.history(name, random.doubles(4032, 10, 20).toArray());
  }
}
