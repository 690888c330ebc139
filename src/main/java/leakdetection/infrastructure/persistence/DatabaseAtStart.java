package leakdetection.infrastructure.persistence;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import leakdetection.application.settings.ProductSettings;
import leakdetection.infrastructure.backups.DatabaseLock;
import leakdetection.infrastructure.backups.Soundness;
import leakdetection.infrastructure.backups.WayToRestore;
import leakdetection.infrastructure.settings.StartRefusal;

/**
 * Migrates the database before anything uses it: observers of {@link Startup} that do must have a
 * {@link Priority} above {@value #PRIORITY}. A database that cannot be used ends the process, and a
 * change set that fails keeps the application from starting.
 */
@ApplicationScoped
public class DatabaseAtStart {

  /** When in the start-up the tables are made: after the settings, before everything else. */
  static final int PRIORITY = 100;

  /** SQLite keeps 32 kB beside a database that is in use, and writes a page at least; bytes. */
  private static final long LEAST_ROOM = 65_536;

  private static final Logger LOG = Logger.getLogger(DatabaseAtStart.class.getName());

  @Resource(lookup = "jdbc/leakdetection")
  private DataSource dataSource;

  @Inject SoundnessAtStart check;

  private volatile boolean migrated;
  private DatabaseLock lock;

  void migrate(@Observes @Priority(PRIORITY) Startup event, ProductSettings settings) {
    Path file = settings.database();
    try {
      Files.createDirectories(file.getParent());
      lock = DatabaseLock.take(file).orElse(null);
      if (lock == null) {
        StartRefusal.end(
            "The database %s is in use by another server. Maybe it was started twice?"
                .formatted(file));
      }
      check.run(dataSource);
      migrate(file);
      tryToWrite();
    } catch (IOException | SQLException e) {
      refuse(settings, e);
    }
  }

  private static void refuse(ProductSettings settings, Exception reason) {
    String fact = reason.getMessage().strip().replaceAll("\\R", " ").replaceAll("\\.$", "");
    boolean damaged = reason instanceof SQLException failure && Soundness.isDamage(failure);
    if (!damaged && isFull(settings.database())) {
      fact = "its disk is full: " + fact;
    }
    StartRefusal.end(
        damaged
            ? "The database %s (DATABASE__NAME) is damaged: %s. %s"
                .formatted(settings.database(), fact, WayToRestore.of(settings))
            : "The database %s (DATABASE__NAME) cannot be used: %s"
                .formatted(settings.database(), fact));
  }

  /** SQLite may only say that a file could not grow. */
  private static boolean isFull(Path database) {
    try {
      return Files.getFileStore(database.getParent()).getUsableSpace() < LEAST_ROOM;
    } catch (IOException unknown) {
      return false;
    }
  }

  private void migrate(Path file) throws SQLException {
    Instant begin = Instant.now();
    boolean looked = new Migration(dataSource).run();
    migrated = true;
    LOG.log(
        Level.INFO,
        "The database {0} is {1} ({2} ms).",
        new Object[] {
          file,
          looked ? "migrated" : "up to date",
          Duration.between(begin, Instant.now()).toMillis()
        });
  }

  /** Fails here, which ends the start with a reason, and not in an observer that comes later. */
  private void tryToWrite() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE write_probe SET written_at = written_at");
    }
  }

  @PreDestroy
  void letGo() {
    if (lock != null) {
      lock.close();
    }
  }

  /** Returns whether the tables are there. */
  public boolean isMigrated() {
    return migrated;
  }
}
