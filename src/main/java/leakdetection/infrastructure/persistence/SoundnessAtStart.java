package leakdetection.infrastructure.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import leakdetection.application.settings.ProductSettings;
import leakdetection.infrastructure.backups.Soundness;
import leakdetection.infrastructure.backups.WayToRestore;

/**
 * Looks at the start whether the database is damaged. A large one is looked through in the
 * background, so that the start does not wait for it. Found damaged then, or by a statement later
 * on, the product is not ready any more.
 */
@ApplicationScoped
public class SoundnessAtStart {

  /** How long the start waits; about 1 GB is looked through in this time. */
  private static final long PATIENCE_MILLIS = 2000;

  /** SQLite's result code of a statement that was called off. */
  private static final int INTERRUPTED = 9;

  private static final Logger LOG = Logger.getLogger(SoundnessAtStart.class.getName());

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  @Resource(lookup = "concurrent/care")
  ManagedExecutorService executor;

  @Inject ProductSettings settings;

  private volatile boolean damaged;

  /**
   * Looks through the database, a large one in the background.
   *
   * @throws SQLException if it is damaged or cannot be read
   */
  void run(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Future<?> limit =
          timer.schedule(() -> cancel(statement), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      try {
        refuse(Soundness.quickDamages(statement));
      } finally {
        limit.cancel(false);
      }
    } catch (SQLException failure) {
      if ((failure.getErrorCode() & 0xFF) != INTERRUPTED) {
        throw failure;
      }
      executor.execute(() -> lookOn(database));
    }
  }

  private static void refuse(List<String> damages) throws SQLException {
    if (!damages.isEmpty()) {
      throw new SQLException(damages.get(0), null, Soundness.DAMAGED);
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException ended) {
      LOG.log(Level.FINE, "The look through the database had ended.", ended);
    }
  }

  private void lookOn(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      refuse(Soundness.quickDamages(statement));
      LOG.info("The database was looked through and found sound.");
    } catch (SQLException failure) {
      if (Soundness.isDamage(failure)) {
        notice(failure);
      } else {
        LOG.log(Level.WARNING, "The database could not be looked through.", failure);
      }
    }
  }

  /** Notes that somebody came upon damage. */
  void notice(SQLException damage) {
    if (!damaged) {
      damaged = true;
      LOG.log(Level.SEVERE, damage().orElseThrow(), damage);
    }
  }

  /** Returns what to do about a damage that was found after the start; empty if none was. */
  public Optional<String> damage() {
    return damaged
        ? Optional.of("The database is damaged. " + WayToRestore.of(settings))
        : Optional.empty();
  }
}
