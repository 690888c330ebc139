package leakdetection.infrastructure.backups;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import leakdetection.application.backups.DatabaseFiles;
import leakdetection.domain.Microseconds;

/** Looks after SQLite's files without a server. */
public final class SqliteFiles implements DatabaseFiles {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What SQLite keeps beside a database: what was written last, and its index. */
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  @Override
  public Condition check(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    try (Connection connection = open(file)) {
      List<String> damages = Soundness.damages(connection, "main");
      if (!damages.isEmpty()) {
        return new Condition(damages, 0, Optional.empty());
      }
      return counted(connection);
    } catch (SQLException failure) {
      if (Soundness.isDamage(failure)) {
        return new Condition(List.of(failure.getMessage()), 0, Optional.empty());
      }
      throw new IOException("%s cannot be read: %s".formatted(file, failure.getMessage()), failure);
    }
  }

  private static Condition counted(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet table =
            statement.executeQuery(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'time_series_data'")) {
      if (table.getInt(1) == 0) {
        return new Condition(
            List.of("It is no database of this product: it has no table of readings."),
            0,
            Optional.empty());
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*), max(timestamp) FROM time_series_data")) {
      long count = row.getLong(1);
      long newest = row.getLong(2);
      return new Condition(
          List.of(),
          count,
          count == 0 ? Optional.empty() : Optional.of(Microseconds.instant(newest)));
    }
  }

  @Override
  public Optional<Path> restore(Path backup, Path database, Instant now) throws IOException {
    Path target = database.toAbsolutePath();
    Files.createDirectories(target.getParent());
    DatabaseLock lock =
        DatabaseLock.take(target)
            .orElseThrow(
                () ->
                    new IOException(
                        "The database %s is in use by a server. Stop it first.".formatted(target)));
    Path part = target.resolveSibling(target.getFileName() + ".restoring");
    try {
      copySound(backup, part);
      Optional<Path> replaced = putAside(target, STAMP.format(now));
      WholeCopy.keep(part, target);
      return replaced;
    } finally {
      WholeCopy.remove(part);
      lock.close();
    }
  }

  private void copySound(Path backup, Path part) throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw new NoSuchFileException(backup.toString(), null, "there is no such file");
    }
    // Through SQLite, so that what stands in a log beside it comes along.
    try (Connection connection = open(backup)) {
      WholeCopy.copy(connection, part);
      WholeCopy.makeOneFile(part);
    } catch (SQLException failure) {
      throw new IOException(
          "The backup %s %s, so nothing was changed: %s"
              .formatted(
                  backup,
                  Soundness.isDamage(failure) ? "is damaged" : "cannot be read",
                  failure.getMessage()),
          failure);
    }
    List<String> damages = check(part).damages();
    if (!damages.isEmpty()) {
      throw new IOException(
          "The backup %s is damaged, so nothing was changed: %s".formatted(backup, damages.get(0)));
    }
  }

  /** Renames the files of a database, so that they can still be opened together. */
  private static Optional<Path> putAside(Path database, String stamp) throws IOException {
    if (!Files.exists(database)) {
      return Optional.empty();
    }
    Path aside = database.resolveSibling(database.getFileName() + ".before-restore-" + stamp);
    for (String companion : COMPANIONS) {
      Path file = database.resolveSibling(database.getFileName() + companion);
      if (Files.exists(file)) {
        Files.move(file, aside.resolveSibling(aside.getFileName() + companion));
      }
    }
    Files.move(database, aside);
    return Optional.of(aside);
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:file:%s?mode=ro".formatted(file.toAbsolutePath()));
  }
}
