package leakdetection.application.backtest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import leakdetection.application.detection.PluginThreads;
import leakdetection.spi.Series;

/**
 * Runs a plan: every contender learns each training part and judges the leak-free test part and its
 * leaky copies, each with a fresh detector.
 *
 * <p>One trial is in memory at a time. Within it the series are judged in parallel; the same plan
 * gives the same result with any number of threads.
 */
public final class Backtest {

  private final BacktestPlan plan;
  private final Workers workers;
  private final PluginThreads plugins;
  private final Steps steps;
  private final Map<Contender, Tally> tallies = new LinkedHashMap<>();
  private final Map<Contender, BacktestResult.Failure> failures = new LinkedHashMap<>();

  private Backtest(BacktestPlan plan, Executor executor, PluginThreads plugins, Progress progress) {
    this.plugins = plugins;
    this.plan = plan;
    this.workers = new Workers(executor);
    this.steps = new Steps(plan.trials(), progress);
    plan.contenders().forEach(contender -> tallies.put(contender, new Tally(contender)));
  }

  /**
   * Runs the plan on the calling thread and on those that the executor lends.
   *
   * @param plan what to compare on what
   * @param executor lends further threads; {@code Runnable::run} runs all on the calling thread
   * @param plugins on these the foreign contenders judge; one that hangs fails
   * @param progress is told how far it is and may end it
   * @return the figures; a contender that fails is listed with its reason, the others go on
   * @throws IOException if a trial cannot be loaded or the levels cannot be kept
   * @throws CancellationException if {@code progress} ended it
   */
  public static BacktestResult run(
      BacktestPlan plan, Executor executor, PluginThreads plugins, Progress progress)
      throws IOException {
    return new Backtest(plan, executor, plugins, progress).run();
  }

  private BacktestResult run() throws IOException {
    for (TrialSource source : plan.trials()) {
      steps.begin(source);
      Trial trial = source.load();
      judge(trial);
    }
    List<DetectorFigures> figures = new ArrayList<>();
    tallies.forEach(
        (contender, tally) -> {
          if (!failures.containsKey(contender)) {
            figures.add(tally.figures(plan.seed()));
          }
        });
    return new BacktestResult(figures, List.copyOf(failures.values()));
  }

  private void judge(Trial trial) throws IOException {
    Map<Boolean, Series> baselines = baselines(trial);
    List<Entry> entries =
        plan.contenders().stream()
            .filter(contender -> !failures.containsKey(contender))
            .map(contender -> new Entry(contender, trial, baselines.get(contender.learnsCleaned())))
            .toList();
    steps.expect(entries.size() * (1 + trial.copies().size()));
    Queue<Runnable> cleanFirst = new ArrayDeque<>();
    entries.forEach(entry -> cleanFirst.add(() -> entry.judgeClean()));
    workers.run(cleanFirst);
    Queue<Runnable> copies = new ArrayDeque<>();
    for (int i = 0; i < trial.copies().size(); i++) {
      int copy = i;
      entries.forEach(entry -> copies.add(() -> entry.judgeCopy(copy)));
    }
    workers.run(copies);
    for (Entry entry : entries) {
      entry.close();
    }
  }

  /** Returns the training part as recorded (false) and, if anybody wants it, cleaned (true). */
  private Map<Boolean, Series> baselines(Trial trial) {
    Map<Boolean, Series> baselines = new HashMap<>();
    baselines.put(false, trial.training().series());
    if (plan.contenders().stream().anyMatch(Contender::learnsCleaned)) {
      baselines.put(true, trial.training().cleanedSeries());
    }
    return baselines;
  }

  /** One contender in one trial. */
  private final class Entry {

    private final Contender contender;
    private final Trial trial;
    private final Series baseline;
    private final double[][] copyLevels;
    private final List<List<Outcome>> outcomes = new ArrayList<>();
    private double[] cleanLevels;
    private BacktestResult.Failure failure;

    Entry(Contender contender, Trial trial, Series baseline) {
      this.contender = contender;
      this.trial = trial;
      this.baseline = baseline;
      this.copyLevels = new double[trial.copies().size()][];
      trial.copies().forEach(copy -> outcomes.add(List.of()));
    }

    void judgeClean() {
      cleanLevels = levels(trial.clean());
    }

    void judgeCopy(int i) {
      LeakyCopy copy = trial.copies().get(i);
      double[] levels = hasFailed() ? null : levels(copy.readings());
      if (levels == null) {
        return;
      }
      synchronized (this) {
        outcomes.set(i, copy.leaks().stream().map(leak -> outcome(leak, copy, levels)).toList());
        copyLevels[i] = plan.levels().isPresent() ? levels : null;
      }
    }

    private double[] levels(History readings) {
      try {
        return Replay.levels(contender, baseline, readings, plugins, steps.progress());
      } catch (ContenderFailedException broken) {
        fail(broken.getMessage());
        return null;
      } finally {
        steps.advance(contender.name() + " on " + readings.name());
      }
    }

    private Outcome outcome(InjectedLeak leak, LeakyCopy copy, double[] levels) {
      History readings = copy.readings();
      double hours =
          Scoring.hoursToDetect(
              leak, readings, levels, trial.clean(), cleanLevels, contender.threshold());
      boolean[] foundAt =
          tallies
              .get(contender)
              .sweep()
              .foundAt(leak, readings, levels, trial.clean(), cleanLevels);
      return new Outcome(trial.stream(), leak.peakPpmv(), hours, foundAt);
    }

    private synchronized void fail(String reason) {
      if (failure == null) {
        failure = new BacktestResult.Failure(contender.name(), trial.stream(), reason);
      }
    }

    private synchronized boolean hasFailed() {
      return failure != null;
    }

    /** Hands the results on, back on the thread of the backtest. */
    synchronized void close() throws IOException {
      if (failure != null) {
        failures.put(contender, failure);
        return;
      }
      List<Outcome> all = outcomes.stream().flatMap(List::stream).toList();
      tallies.get(contender).add(trial, cleanLevels, all);
      if (plan.levels().isPresent()) {
        LevelSink sink = plan.levels().get();
        sink.take(contender, trial.clean(), cleanLevels);
        for (int i = 0; i < copyLevels.length; i++) {
          sink.take(contender, trial.copies().get(i).readings(), copyLevels[i]);
        }
      }
    }
  }
}
