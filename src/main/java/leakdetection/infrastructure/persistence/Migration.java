package leakdetection.infrastructure.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database to the newest tables: makes those of an empty one, and applies to an older one
 * what it has not seen.
 *
 * <p>Liquibase needs about a second even when there is nothing to do. So the change log's
 * fingerprint is left in the database (SQLite's {@code user_version}), and a start that finds the
 * same one does not wake Liquibase. An outdated one only costs that second.
 */
final class Migration {

  private final DataSource dataSource;

  /**
   * @param dataSource the database; its file's folder must exist
   */
  Migration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Applies the change sets that the database has not seen.
   *
   * @return whether there was a reason to look for them
   * @throws SQLException if the database cannot be written
   * @throws IllegalStateException if a change set fails
   */
  boolean run() throws SQLException {
    int fingerprint = ChangeLog.fingerprint();
    try (Connection connection = dataSource.getConnection()) {
      if (version(connection) == fingerprint) {
        return false;
      }
      boolean autoCommit = connection.getAutoCommit();
      dropWatch(connection);
      update(connection);
      // Liquibase leaves its last transaction open.
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      connection.setAutoCommit(autoCommit);
      setVersion(connection, fingerprint);
      return true;
    }
  }

  /** The triggers of {@link ChangeWatch} would forbid to drop a column; they are made again. */
  private static void dropWatch(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select name from sqlite_master where type = 'trigger'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        if (name.startsWith(ChangeWatch.PREFIX)) {
          statement.execute("drop trigger " + name);
        }
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void setVersion(Connection connection, int version) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + version);
    }
  }

  private static void update(Connection connection) {
    Map<String, Object> scope =
        Map.of(
            Scope.Attr.ui.name(),
            new LoggerUIService(),
            Scope.Attr.resourceAccessor.name(),
            new ClassLoaderResourceAccessor(ChangeLog.loader()),
            "liquibase.analytics.enabled",
            false);
    try {
      Scope.child(scope, () -> execute(connection));
    } catch (Exception e) { // Liquibase declares no less
      throw new IllegalStateException("The database could not be migrated: " + e.getMessage(), e);
    }
  }

  /** Does not close the database: the connection is the caller's. */
  @SuppressWarnings("resource")
  private static void execute(Connection connection) throws Exception {
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database(connection))
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, ChangeLog.ROOT)
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .execute();
  }

  private static Database database(Connection connection) throws DatabaseException {
    return DatabaseFactory.getInstance()
        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
  }
}
