package leakdetection.infrastructure.persistence;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

/** A database in a file, with the pragmas that the server's data source has, but no pool. */
public final class SqliteFile {

  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  private SqliteFile() {}

  /** Returns a database in that file, which need not exist; its folder must. */
  public static DataSource at(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5000);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Returns a database in that new file that has all tables. */
  public static DataSource migrated(Path file) throws IOException, SQLException {
    Files.copy(Template.file(), file);
    return at(file);
  }

  /** A database with all tables, made once for all tests, because that takes a second. */
  private static final class Template {

    private static Path made;

    static synchronized Path file() throws IOException, SQLException {
      if (made == null) {
        Path folder = Files.createTempDirectory("tables");
        Path file = folder.resolve("empty.sqlite3");
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        LIQUIBASE.setLevel(Level.WARNING);
        new Migration(at(file)).run();
        made = file;
      }
      return made;
    }
  }

  /** Returns plain statements on a source, each outside of a transaction. */
  static Database database(DataSource source) {
    Database database = new Database();
    database.reading = source;
    database.writing = source;
    database.transactions =
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                SqliteFile.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> Status.STATUS_NO_TRANSACTION);
    return database;
  }
}
