package leakdetection.infrastructure.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import leakdetection.application.settings.ProductSettings;

/**
 * Migrates the database before anything uses it: observers of {@link Startup} that do must have a
 * {@link Priority} above {@value #PRIORITY}. A failure keeps the application from starting.
 */
@ApplicationScoped
public class DatabaseAtStart {

  /** When in the start-up the tables are made: after the settings, before everything else. */
  static final int PRIORITY = 100;

  private static final Logger LOG = Logger.getLogger(DatabaseAtStart.class.getName());

  @Resource(lookup = "jdbc/leakdetection")
  private DataSource dataSource;

  private volatile boolean migrated;

  void migrate(@Observes @Priority(PRIORITY) Startup event, ProductSettings settings)
      throws IOException, SQLException {
    Instant begin = Instant.now();
    Files.createDirectories(settings.database().getParent());
    boolean looked = new Migration(dataSource).run();
    migrated = true;
    LOG.log(
        Level.INFO,
        "The database {0} is {1} ({2} ms).",
        new Object[] {
          settings.database(),
          looked ? "migrated" : "up to date",
          Duration.between(begin, Instant.now()).toMillis()
        });
  }

  /** Returns whether the tables are there. */
  public boolean isMigrated() {
    return migrated;
  }
}
