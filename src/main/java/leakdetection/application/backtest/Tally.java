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
  private int falseAlarms;
  private double sensorYears;

  Tally(Contender contender) {
    this.contender = contender;
  }

  /** Adds one stream: its false alarms and what became of its leaks. */
  void add(String stream, int episodes, double years, List<Outcome> found) {
    falseAlarms += episodes;
    sensorYears += years;
    outcomes.addAll(found);
    streams.add(
        new StreamFigures(
            stream, FalseAlarmFigures.of(episodes, years), LeakFigures.of(null, found)));
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
        contender.detectorId(),
        contender.settings().asMap(),
        contender.threshold(),
        FalseAlarmFigures.of(falseAlarms, sensorYears),
        LeakFigures.of(null, outcomes),
        SmallestLeak.of(outcomes, seed),
        sizes,
        List.copyOf(streams));
  }
}
