package leakdetection.presentation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import leakdetection.application.backtest.Backtest;
import leakdetection.application.backtest.BacktestFiles;
import leakdetection.application.backtest.BacktestPlan;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.application.backtest.Contender;
import leakdetection.application.backtest.History;
import leakdetection.application.backtest.InjectedHistory;
import leakdetection.application.backtest.LeakInjection;
import leakdetection.application.backtest.TrialSource;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.spi.Interval;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares detectors on recorded readings with known leaks. */
@Command(
    name = "backtest",
    description = {
      "Tells how detectors would have done on recorded readings with leaks put in: how many leaks"
          + " they find, how often they cry wolf, how fast they are.",
      "",
      "Either over a benchmark folder (--benchmark), or over your own readings (--history), into"
          + " which it puts simulated leaks."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  One detector on a benchmark, levels kept for other tools:",
      "    leak-detection backtest --detector amsr --benchmark benchmark/dev \\",
      "        --skip ASKELADD --output levels.csv",
      "  Two detectors side by side on your own sensor, learning from what came before April:",
      "    leak-detection backtest --detector amsr --detector matrix-profile \\",
      "        --set matrix-profile:window=36 --history sensor.csv --train-until 2022-04-01",
      "  Only slow leaks of 100 ppmv:",
      "    leak-detection backtest --detector amsr --history sensor.csv \\",
      "        --peak 100 --shape RAMP --duration 72,168",
      "",
      "A history is CSV, also gzipped: a header, then rows with a time (UTC unless it says"
          + " otherwise) and a value in ppmv, for example 'time,value' or 'index,time,value'.",
      "A level is percent: a reading is an alarm when its level reaches the threshold. Alarms at"
          + " most 24 h apart are one false alarm; a leak is found by an alarm from its start until"
          + " 12 h after its end that would not have come without it."
    })
final class BacktestCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      required = true,
      description = "A detector; repeat to compare several. 'detectors' lists them.")
  private List<String> ids;

  @Mixin private DetectorOptions detectors;

  @ArgGroup(multiplicity = "1", exclusive = true)
  private Readings readings;

  private static final class Readings {
    @Option(
        names = "--benchmark",
        paramLabel = "DIR",
        description = "A folder with ID.csv.gz for each stream and events.csv.")
    private Path benchmark;

    @Option(
        names = "--history",
        paramLabel = "FILE",
        description = "Readings of one sensor as CSV; repeat for more sensors.")
    private List<Path> histories;
  }

  @Option(
      names = "--skip",
      paramLabel = "ID",
      split = ",",
      description = "Streams of the benchmark to leave out.")
  private Set<String> skip = Set.of();

  @Option(
      names = "--train-until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description =
          "Where a history's training part ends and its test part begins. Default: half of it, at"
              + " most 90 days.")
  private Instant trainUntil;

  @Option(
      names = "--suspect",
      paramLabel = "FROM/TO",
      converter = IntervalConverter.class,
      description =
          "A stretch of a history in which a real leak is possible: not scored; repeat for more.")
  private List<Interval> suspect = List.of();

  @Mixin private InjectionOptions injection;

  @Option(
      names = "--output",
      paramLabel = "LEVELS.csv",
      description =
          "Write series,time,level for every reading. With several detectors one file each, named"
              + " LEVELS-ID.csv.")
  private Path output;

  @Option(
      names = "--figures",
      paramLabel = "FIGURES.csv",
      description = "Write the figures with their intervals.")
  private Path figures;

  @Override
  public Integer call() throws IOException {
    LeakInjection leaks = checkedInjection();
    try (Threads threads = new Threads("backtest");
        DetectorCatalogue catalogue = detectors.open(threads.pool())) {
      List<Contender> contenders = detectors.contenders(catalogue, ids);
      run(contenders, leaks, threads);
    }
    return 0;
  }

  private LeakInjection checkedInjection() {
    if (ids.stream().distinct().count() < ids.size()) {
      throw new ParameterException(command.commandLine(), "Name each detector once.");
    }
    try {
      return injection.injection();
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(command.commandLine(), refused.getMessage(), refused);
    }
  }

  private void run(List<Contender> contenders, LeakInjection leaks, Threads threads)
      throws IOException {
    BacktestFiles files = Services.only(BacktestFiles.class);
    List<TrialSource> trials = trials(files, leaks);
    Map<String, BacktestFiles.LevelFile> levels = new LinkedHashMap<>();
    try {
      openLevels(files, contenders, levels);
      BacktestPlan plan =
          new BacktestPlan(
              contenders,
              trials,
              injection.seed(),
              output == null
                  ? Optional.empty()
                  : Optional.of(
                      (who, what, percent) -> levels.get(who.name()).take(who, what, percent)));
      BacktestResult result = watched(plan, threads);
      if (figures != null) {
        files.figures(figures, result);
      }
      for (BacktestFiles.LevelFile file : levels.values()) {
        file.keep();
      }
      new ScoreTable(command.commandLine().getOut()).print(result);
    } finally {
      for (BacktestFiles.LevelFile file : levels.values()) {
        file.close();
      }
    }
  }

  private BacktestResult watched(BacktestPlan plan, Threads threads) throws IOException {
    BacktestResult result;
    try (ProgressLine line =
        new ProgressLine(command.commandLine().getErr(), ProgressLine.isWatched())) {
      result = Backtest.run(plan, threads.pool(), threads.plugins(), line);
    }
    if (!result.failures().isEmpty()) {
      BacktestResult.Failure first = result.failures().get(0);
      throw new IOException(
          "%s %sNothing was written."
              .formatted(
                  first.reason(),
                  readings.benchmark == null
                      ? ""
                      : "--skip %s leaves the stream out. ".formatted(first.stream())));
    }
    return result;
  }

  private List<TrialSource> trials(BacktestFiles files, LeakInjection leaks) throws IOException {
    if (readings.benchmark != null) {
      return files.benchmark(readings.benchmark, skip);
    }
    List<TrialSource> trials = new ArrayList<>();
    for (Path file : readings.histories) {
      History history = files.history(file);
      Instant until = trainUntil == null ? InjectedHistory.usualTrainUntil(history) : trainUntil;
      trials.add(new InjectedHistory(history, until, suspect, leaks));
    }
    return trials;
  }

  private void openLevels(
      BacktestFiles files, List<Contender> contenders, Map<String, BacktestFiles.LevelFile> levels)
      throws IOException {
    if (output == null) {
      return;
    }
    for (Contender contender : contenders) {
      Path file = contenders.size() == 1 ? output : besides(contender.name());
      levels.put(contender.name(), files.levels(file));
    }
  }

  private Path besides(String contender) {
    String name = output.getFileName().toString();
    int dot = name.indexOf('.', 1);
    String stem = dot < 0 ? name : name.substring(0, dot);
    return output.resolveSibling(stem + "-" + contender + (dot < 0 ? "" : name.substring(dot)));
  }
}
