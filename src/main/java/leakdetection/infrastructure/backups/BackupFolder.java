package leakdetection.infrastructure.backups;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import leakdetection.application.backups.Backup;
import leakdetection.application.backups.BackupStore;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;

/**
 * Keeps backups as files of a folder. A copy has another name until it is complete, on disk and
 * found sound, so whatever bears a backup's name can be restored.
 */
@ApplicationScoped
public class BackupFolder implements BackupStore {

  /** How much of the work is the copying; the rest is the check. */
  private static final double COPYING = 0.6;

  private static final Logger LOG = Logger.getLogger(BackupFolder.class.getName());

  @Inject ProductSettings settings;

  @Resource(lookup = "jdbc/copies")
  DataSource database;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  @Override
  public Backup make(Instant at, DoubleConsumer progress) {
    Path folder = settings.folders().backups();
    Path file = folder.resolve(BackupName.of(at));
    Path part = folder.resolve(file.getFileName() + BackupName.PART);
    try {
      Files.createDirectories(folder);
      BackupName.removeParts(folder);
      try (Connection connection = database.getConnection()) {
        copy(connection, part, progress);
        progress.accept(COPYING);
        check(connection, part);
      }
      WholeCopy.keep(part, file);
      return new Backup(file.getFileName().toString(), at, Files.size(file));
    } catch (IOException | SQLException failure) {
      throw refused(failure.getMessage());
    } finally {
      removeQuietly(part);
    }
  }

  /**
   * One statement sees one moment, and with the log nobody waits for it. The copy is compact, and
   * one file.
   */
  private void copy(Connection connection, Path part, DoubleConsumer progress) throws SQLException {
    long bytes = number(connection, "page_count") * number(connection, "page_size");
    Future<?> watching =
        timer.scheduleWithFixedDelay(
            () -> progress.accept(COPYING * Math.min(1, (double) size(part) / bytes)),
            200,
            200,
            TimeUnit.MILLISECONDS);
    try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, part.toString());
      copy.execute();
    } finally {
      watching.cancel(false);
    }
  }

  private static void check(Connection connection, Path part) throws SQLException {
    try (PreparedStatement attach = connection.prepareStatement("ATTACH DATABASE ? AS copy")) {
      attach.setString(1, part.toString());
      attach.execute();
    }
    try (Statement statement = connection.createStatement()) {
      try {
        List<String> damages = Soundness.damages(connection, "copy");
        if (!damages.isEmpty()) {
          throw refused("the copy is damaged, and so may be the database: " + damages.get(0));
        }
      } finally {
        statement.execute("DETACH DATABASE copy");
      }
    }
  }

  @Override
  public List<Backup> all() {
    return BackupName.all(settings.folders().backups());
  }

  @Override
  public void remove(Backup backup) {
    try {
      Files.deleteIfExists(settings.folders().backups().resolve(backup.name()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void removeQuietly(Path part) {
    try {
      WholeCopy.remove(part);
    } catch (IOException stays) {
      LOG.log(Level.WARNING, "The next backup removes what is left of this one.", stays);
    }
  }

  private static long number(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.getLong(1);
    }
  }

  private static long size(Path part) {
    try {
      return Files.size(part);
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static RefusedException refused(String reason) {
    return new RefusedException(
        RefusedException.Reason.NOT_NOW, List.of(), "The backup could not be made: " + reason);
  }
}
