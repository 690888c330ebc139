package leakdetection.presentation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import leakdetection.application.estimation.LocalisationFiles;
import leakdetection.application.estimation.LocaliseTrials;
import leakdetection.application.estimation.TemplateFiles;
import leakdetection.application.estimation.TemplateWindow;
import leakdetection.application.estimation.TrialAnswer;
import leakdetection.application.estimation.TrialSet;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.Estimator;
import leakdetection.domain.estimation.RankedCandidate;
import leakdetection.domain.simulation.PlumeModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which point leaks: for a file of trials, or for a template's own files. */
@Command(
    name = "localise",
    description = {
      "Says which point leaks, how much, and how sure that is.",
      "",
      "Either for a file of trials (--trials), or for one window of a template (--readings and the"
          + " files beside it)."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  Trials with a known truth, to be scored:",
      "    leak-detection localise --trials trials.json.gz --output answers.json",
      "  The last day of a template:",
      "    leak-detection localise --readings tsd --sensors sensors.csv \\",
      "        --currents currents.csv --leaks leaks.csv --angle 30 --depth 90 --temperature 6",
      "",
      "Readings: a folder with NAME.csv per sensor (index, time, ppmv). Sensors: name,x,y,z.",
      "Currents: [time,]u,v in m/s. Waves: [time,]height,period,angle_from_north.",
      "Leaks: name,rate,x,y,z,duration in kg/s, m, s."
    })
final class LocaliseCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @ArgGroup(multiplicity = "1")
  private Input input;

  private static final class Input {
    @Option(
        names = "--trials",
        paramLabel = "TRIALS.json[.gz]",
        required = true,
        description = "Localisation trials.")
    private Path trials;

    @ArgGroup(exclusive = false)
    private TemplateOptions template;
  }

  @Option(
      names = "--output",
      paramLabel = "ANSWERS.json",
      description = "Where to write the answers; needed with --trials.")
  private Path output;

  @Option(
      names = "--estimator",
      paramLabel = "ID",
      defaultValue = "bayes",
      description = "How to compare (default: ${DEFAULT-VALUE}).")
  private String estimatorId;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "How gas spreads (default: plume2d-compatible for trials, which were simulated with it,"
              + " else plume2d).")
  private String modelId;

  @Override
  public Integer call() throws IOException {
    LocalisationFiles files = Services.only(LocalisationFiles.class);
    Estimator estimator = chosen(Estimator.class, estimatorId, Estimator::id);
    String usual = input.trials != null ? "plume2d-compatible" : "plume2d";
    PlumeModel model = chosen(PlumeModel.class, modelId == null ? usual : modelId, PlumeModel::id);
    try (Threads threads = new Threads("localise")) {
      if (input.trials != null) {
        trials(files, new LocaliseTrials(estimator, model, threads.pool()));
      } else {
        TemplateFiles template = checkedTemplate();
        TemplateWindow window = files.window(template);
        Estimation estimation = estimator.estimate(window.task(), model, threads.pool());
        print(window, estimation);
        if (output != null) {
          files.estimation(output, estimation);
        }
      }
    }
    return 0;
  }

  private TemplateFiles checkedTemplate() {
    try {
      return input.template.files();
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(command.commandLine(), refused.getMessage(), refused);
    }
  }

  private void trials(LocalisationFiles files, LocaliseTrials localise) throws IOException {
    if (output == null) {
      throw new ParameterException(command.commandLine(), "--trials needs --output.");
    }
    TrialSet trials = files.trials(input.trials);
    int count = trials.trials().size();
    List<TrialAnswer> answers;
    try (ProgressLine line =
        new ProgressLine(command.commandLine().getErr(), ProgressLine.isWatched())) {
      answers =
          localise.run(trials, done -> line.advanced((double) done / count, done + " trials"));
    }
    files.answers(output, answers);
    command.commandLine().getOut().printf("%d trials answered.%n", answers.size());
  }

  private void print(TemplateWindow window, Estimation estimation) {
    PrintWriter out = command.commandLine().getOut();
    out.printf(
        "%s to %s: %s%n",
        window.from(), window.until(), estimation.result().name().toLowerCase(Locale.ROOT));
    for (RankedCandidate candidate : estimation.candidates()) {
      out.printf(
          Locale.ROOT,
          "  %-24s %.3f  %s%n",
          candidate.leak().name(),
          candidate.probability(),
          Double.isNaN(candidate.rate())
              ? "out of reach"
              : String.format(
                  Locale.ROOT,
                  "%.2g g/s (%.2g to %.2g)",
                  1000 * candidate.rate(),
                  1000 * candidate.rateLow(),
                  1000 * candidate.rateHigh()));
    }
    out.printf(
        Locale.ROOT,
        "  no leak %.3f, external cause %.3f, unexplained %.3f%n",
        estimation.noLeak(),
        estimation.externalCause(),
        estimation.unexplained());
    window.notes().forEach(note -> out.println("  " + note));
    estimation.notes().forEach(note -> out.println("  " + note));
  }

  private <T> T chosen(Class<T> service, String id, java.util.function.Function<T, String> idOf) {
    List<T> offered =
        StreamSupport.stream(ServiceLoader.load(service).spliterator(), false).toList();
    return offered.stream()
        .filter(one -> idOf.apply(one).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "There is no '%s'; choose one of %s."
                        .formatted(id, offered.stream().map(idOf).toList())));
  }
}
