package leakdetection.infrastructure.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  @TempDir private Path folder;
  private DataSource database;

  @BeforeEach
  void emptyDatabase() {
    LIQUIBASE.setLevel(Level.WARNING);
    database = SqliteFile.at(folder.resolve("new.sqlite3"));
  }

  @Test
  void emptyDatabaseGetsItsTables() throws SQLException {
    assertThat(new Migration(database).run()).isTrue();

    assertThat(number("SELECT count(*) FROM write_probe")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM sensors")).isZero();
  }

  @Test
  void everyFileOfChangesIsListed() throws IOException {
    String root = Files.readString(Path.of("src/main/resources", ChangeLog.ROOT));
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/changes"))) {
      assertThat(files.map(file -> "file: db/changes/" + file.getFileName()))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(root).contains(file));
    }
  }

  @Test
  void databaseThatIsUpToDateIsLeftAlone() throws SQLException {
    new Migration(database).run();
    long applied = number("SELECT count(*) FROM DATABASECHANGELOG");

    assertThat(new Migration(database).run()).isFalse();
    assertThat(number("SELECT count(*) FROM DATABASECHANGELOG")).isEqualTo(applied);
  }

  @Test
  void databaseOfAnotherVersionIsLookedAtAgainAndKeepsItsRows() throws SQLException {
    new Migration(database).run();
    execute("UPDATE write_probe SET written_at = 7");
    execute("PRAGMA user_version = 1");

    assertThat(new Migration(database).run()).isTrue();
    assertThat(number("SELECT written_at FROM write_probe")).isEqualTo(7);
    assertThat(new Migration(database).run()).isFalse();
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
