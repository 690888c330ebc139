package leakdetection.presentation.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/**
 * The entry point of {@code leak-detection-cli.jar}.
 *
 * <p>Exit codes: 0 done, 1 the work failed (a broken file, an unusable baseline), 2 the command was
 * not understood (an unknown option, detector or setting). A failure is one line on the standard
 * error stream; {@code --stacktrace} adds where it came from.
 */
@Command(
    name = "leak-detection",
    description = "Finds methane leaks in the readings of subsea sensors, without a server.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Leak Detection 1.0.0-SNAPSHOT",
    subcommands = {
      BacktestCommand.class,
      DetectCommand.class,
      DetectorsCommand.class,
      GenerateCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the work failed, for example a broken file or an unusable baseline",
      "2:the command was not understood, for example an unknown option or detector"
    })
public final class LeakDetectionCli {

  @Option(
      names = "--stacktrace",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show where a failure came from.")
  private boolean stacktrace;

  private LeakDetectionCli() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns a fresh command line with all subcommands. */
  static CommandLine commandLine() {
    LeakDetectionCli root = new LeakDetectionCli();
    CommandLine commandLine = new CommandLine(root);
    commandLine.setExecutionExceptionHandler(
        (failure, failed, parsed) -> root.report(failure, failed));
    return commandLine;
  }

  private int report(Exception failure, CommandLine failed) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    failed.getErr().println(failed.getColorScheme().errorText("Error: " + message));
    if (stacktrace) {
      failed.getErr().print(failed.getColorScheme().stackTraceText(failure));
    }
    return failed.getCommandSpec().exitCodeOnExecutionException();
  }
}
