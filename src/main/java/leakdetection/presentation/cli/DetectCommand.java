package leakdetection.presentation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import leakdetection.application.backtest.BacktestFiles;
import leakdetection.application.backtest.Contender;
import leakdetection.application.backtest.ContenderFailedException;
import leakdetection.application.backtest.History;
import leakdetection.application.backtest.InjectedHistory;
import leakdetection.application.backtest.Progress;
import leakdetection.application.backtest.Replay;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.spi.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges the readings of one file. */
@Command(
    name = "detect",
    description = {
      "Judges the readings of one CSV file as the server would judge them live, and writes the level"
          + " of each.",
      "",
      "The detector learns from a file of normal operation (--baseline), or from the first part of"
          + " the file itself."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  Learn from everything before April and judge the rest:",
      "    leak-detection detect --detector amsr --train-until 2022-04-01 sensor.csv \\",
      "        --output levels.csv",
      "  Learn from another file:",
      "    leak-detection detect --detector matrix-profile --baseline normal.csv sensor.csv",
      "",
      "Prints how many readings are at or above the threshold and where; --output writes"
          + " series,time,level (percent, empty where the detector could not judge)."
    })
final class DetectCommand implements Callable<Integer> {

  private static final int SHOWN = 20;
  private static final long SAME_EPISODE_MILLIS = 24 * 3_600_000L;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "FILE", description = "Readings of one sensor as CSV, also gzipped.")
  private Path file;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      required = true,
      description = "The detector. 'detectors' lists them.")
  private String id;

  @Mixin private DetectorOptions detectors;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Readings of normal operation to learn from; then the whole FILE is judged.")
  private Path baseline;

  @Option(
      names = "--train-until",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description =
          "Without --baseline: learn from the readings before, judge the rest. Default: half of the"
              + " file, at most 90 days.")
  private Instant trainUntil;

  @Option(
      names = "--output",
      paramLabel = "LEVELS.csv",
      description = "Write the level of each judged reading.")
  private Path output;

  @Override
  public Integer call() throws IOException, ContenderFailedException {
    BacktestFiles files = Services.only(BacktestFiles.class);
    try (Threads threads = new Threads("detect");
        DetectorCatalogue catalogue = detectors.open(threads.pool())) {
      Contender contender = detectors.contenders(catalogue, List.of(id)).get(0);
      History all = files.history(file);
      Instant until = trainUntil == null ? InjectedHistory.usualTrainUntil(all) : trainUntil;
      History training = baseline == null ? all.before(all.name(), until) : files.history(baseline);
      History judged = baseline == null ? all.from(all.name(), until) : all;
      Series normal = contender.learnsCleaned() ? training.cleanedSeries() : training.series();
      double[] levels =
          Replay.levels(contender, normal, judged, threads.plugins(), Progress.UNWATCHED);
      write(files, contender, judged, levels);
      print(contender, judged, levels);
    }
    return 0;
  }

  private void write(BacktestFiles files, Contender contender, History judged, double[] levels)
      throws IOException {
    if (output == null) {
      return;
    }
    try (BacktestFiles.LevelFile sink = files.levels(output)) {
      sink.take(contender, judged, levels);
      sink.keep();
    }
  }

  private void print(Contender contender, History judged, double[] levels) {
    PrintWriter out = command.commandLine().getOut();
    int alarms = 0;
    int undefined = 0;
    int episodes = 0;
    long last = 0;
    for (int i = 0; i < levels.length; i++) {
      undefined += Double.isNaN(levels[i]) ? 1 : 0;
      if (levels[i] >= contender.threshold()) {
        long time = judged.times()[i];
        if (alarms++ == 0 || time - last > SAME_EPISODE_MILLIS) {
          if (++episodes <= SHOWN) {
            out.printf(
                "alarm at %s: %s ppmv, level %s %%%n",
                judged.time(i), Plain.number(judged.ppmv()[i]), Plain.number(levels[i]));
          }
        }
        last = time;
      }
    }
    out.printf(
        "%d readings judged, %d of them undefined; %d at or above %s %% in %d episodes (alarms at"
            + " most 24 h apart)%n",
        levels.length, undefined, alarms, Plain.number(contender.threshold()), episodes);
  }
}
