package leakdetection.presentation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import leakdetection.application.backups.DatabaseFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether a database or a backup is sound. */
@Command(
    name = "check",
    description = {
      "Tells whether a database or a backup is sound: reads all of it, and compares the indexes with"
          + " their tables and the rows with those that they refer to. Nothing is changed, and a server"
          + " may be using it.",
      "",
      "Exit code 1 if it is damaged."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  leak-detection check leak_detection.sqlite3")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "FILE", description = "A database or a backup.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    DatabaseFiles.Condition found = Services.only(DatabaseFiles.class).check(file);
    if (found.damages().isEmpty()) {
      command
          .commandLine()
          .getOut()
          .printf(
              "%s is sound: %d readings%s%n",
              file,
              found.readings(),
              found.newest().map(time -> ", the newest of " + time).orElse(""));
      return 0;
    }
    command.commandLine().getErr().printf("%s is damaged:%n", file);
    found.damages().forEach(damage -> command.commandLine().getErr().printf("  %s%n", damage));
    return 1;
  }
}
