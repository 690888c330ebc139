package leakdetection.infrastructure.backups;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.application.backups.Backup;

/**
 * How the files of the backups are named: by the moment that they show, so that they sort by it.
 */
final class BackupName {

  /** What the name of a copy ends in that is not complete. */
  static final String PART = ".part";

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("'leak-detection-'uuuuMMdd'T'HHmmss.SSS'Z.sqlite3'")
          .withZone(ZoneOffset.UTC);

  private BackupName() {}

  static String of(Instant moment) {
    return FORMAT.format(moment);
  }

  /** Returns the backups of a folder, newest first; none if there is no such folder. */
  static List<Backup> all(Path folder) {
    return files(folder).stream()
        .flatMap(file -> read(file).stream())
        .sorted(Comparator.comparing(Backup::madeAt).reversed())
        .toList();
  }

  /** Removes what an interrupted backup left. */
  static void removeParts(Path folder) throws IOException {
    for (Path file : files(folder)) {
      if (file.getFileName().toString().contains(".sqlite3" + PART)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Optional<Backup> read(Path file) {
    String name = file.getFileName().toString();
    try {
      return Optional.of(new Backup(name, FORMAT.parse(name, Instant::from), Files.size(file)));
    } catch (DateTimeException | IOException isNone) {
      return Optional.empty();
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
