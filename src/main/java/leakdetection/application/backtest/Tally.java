package leakdetection.application.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers one contender's results, stream by stream. Confined to the thread of the backtest. */
final class Tally {

  private final Contender contender;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<StreamFigures> streams = new ArrayList<>();
  private final ThresholdSweep sweep;
  private int falseAlarms;
  private double sensorYears;

  Tally(Contender contender) {
    this.contender = contender;
    this.sweep = new ThresholdSweep(contender.threshold());
  }

  /** Returns what other thresholds would have done, to be added to. */
  ThresholdSweep sweep() {
    return sweep;
  }

  /**
   * Adds one stream: its false alarms and what became of its leaks.
   *
   * @param levels [n of the leak-free part], percent
   */
  void add(Trial trial, double[] levels, List<Outcome> found) {
    int episodes = Scoring.falseAlarms(trial, levels, contender.threshold());
    double years = Scoring.sensorYears(trial);
    falseAlarms += episodes;
    sensorYears += years;
    outcomes.addAll(found);
    streams.add(
        new StreamFigures(
            trial.stream(), FalseAlarmFigures.of(episodes, years), LeakFigures.of(null, found)));
    sweep.addClean(trial, levels);
    found.forEach(outcome -> sweep.addLeak(outcome.foundAt()));
  }

  /** Returns the figures over all streams added. */
  DetectorFigures figures(long seed) {
    List<LeakFigures> sizes =
        outcomes.stream()
            .collect(Collectors.groupingBy(Outcome::peakPpmv, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(size -> LeakFigures.of(size.getKey(), size.getValue()))
            .toList();
    return new DetectorFigures(
        contender.name(),
        contender.detector().id(),
        contender.settings().asMap(),
        contender.threshold(),
        FalseAlarmFigures.of(falseAlarms, sensorYears),
        LeakFigures.of(null, outcomes),
        SmallestLeak.of(outcomes, seed),
        sweep.atMostOneFalseAlarmAYear(),
        sizes,
        List.copyOf(streams));
  }
}
