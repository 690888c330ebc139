package leakdetection.presentation.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import leakdetection.application.backups.DatabaseFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the database. */
@Command(
    name = "restore",
    description = {
      "Puts a backup in the place of the database. The backup is checked before anything is changed,"
          + " and stays; the database that was there is kept beside it under another name.",
      "",
      "The server must be stopped. What came in after the backup was made is not in it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  leak-detection restore backups/leak-detection-20210405T140657.000Z.sqlite3 \\%n"
            + "      --database leak_detection.sqlite3")
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "BACKUP", description = "The file of the backup.")
  private Path backup;

  @Option(
      names = "--database",
      paramLabel = "FILE",
      defaultValue = "${env:DATABASE__NAME:-leak_detection.sqlite3}",
      description =
          "The file of the database. Default: DATABASE__NAME of the environment, else"
              + " leak_detection.sqlite3.")
  private Path database;

  @Override
  public Integer call() throws IOException {
    DatabaseFiles files = Services.only(DatabaseFiles.class);
    Optional<Path> replaced = files.restore(backup, database, Instant.now());
    command.commandLine().getOut().printf("%s is now the backup %s.%n", database, backup);
    replaced.ifPresent(
        path -> command.commandLine().getOut().printf("What was there is kept as %s.%n", path));
    return 0;
  }
}
