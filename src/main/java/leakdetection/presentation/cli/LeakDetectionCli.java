package leakdetection.presentation.cli;

import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
      CheckCommand.class,
      DetectCommand.class,
      DetectorsCommand.class,
      GenerateCommand.class,
      HelpCommand.class,
      LocaliseCommand.class,
      RestoreCommand.class
    },
    footerHeading = "%n",
    footer = {
      "In the examples of the commands, leak-detection stands for",
      "  java -jar target/leak-detection-cli.jar"
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
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(
        (failure, failed, parsed) -> root.report(failure, failed));
    commandLine.setParameterExceptionHandler((refused, arguments) -> refuse(refused));
    return commandLine;
  }

  private static int refuse(ParameterException refused) {
    CommandLine command = refused.getCommandLine();
    // Picocli begins some of its own messages so.
    String fact = refused.getMessage().replaceFirst("^Error: ", "");
    command.getErr().println(command.getColorScheme().errorText("Error: " + fact));
    if (!UnmatchedArgumentException.printSuggestions(refused, command.getErr())) {
      command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private int report(Exception failure, CommandLine failed) {
    failed.getErr().println(failed.getColorScheme().errorText("Error: " + fact(failure)));
    if (stacktrace) {
      failed.getErr().print(failed.getColorScheme().stackTraceText(failure));
    }
    return failed.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String fact(Exception failure) {
    boolean isBare =
        failure instanceof FileSystemException file && file.getReason() == null
            || failure.getMessage() == null;
    return isBare ? failure.toString() : failure.getMessage();
  }
}
