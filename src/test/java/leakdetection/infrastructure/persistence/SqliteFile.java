package leakdetection.infrastructure.persistence;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;

/** A database in a file, with the pragmas that the server's data source has, but no pool. */
public final class SqliteFile {

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
}
