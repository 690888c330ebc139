package leakdetection.infrastructure.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import leakdetection.application.backups.DatabaseFiles.Condition;
import leakdetection.infrastructure.persistence.SqliteFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final SqliteFiles files = new SqliteFiles();
  @TempDir private Path folder;
  private Path backup;
  private Path database;

  @BeforeEach
  void makeBackupAndDatabase() throws Exception {
    backup = folder.resolve("backup.sqlite3");
    database = folder.resolve("plant.sqlite3");
    fill(backup, 5000);
    fill(database, 3);
  }

  @Test
  void soundDatabaseIsDescribedAndNotChanged() throws IOException {
    byte[] before = Files.readAllBytes(backup);

    Condition found = files.check(backup);

    assertThat(found.damages()).isEmpty();
    assertThat(found.readings()).isEqualTo(5000);
    assertThat(found.newest()).contains(Instant.parse("1970-01-01T01:23:20Z"));
    assertThat(Files.readAllBytes(backup)).isEqualTo(before);
  }

  @Test
  void damagesAreFound() throws Exception {
    damage(backup);
    Path text = Files.writeString(folder.resolve("text"), "no database, ".repeat(100));
    Path other = folder.resolve("other.sqlite3");
    try (Connection connection = SqliteFile.at(other).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table other (id integer)");
    }
    Path orphan = folder.resolve("orphan.sqlite3");
    fill(orphan, 3);
    try (Connection connection = SqliteFile.at(orphan).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma foreign_keys = off");
      statement.execute("delete from sensors");
    }

    assertThat(files.check(backup).damages()).isNotEmpty();
    assertThat(files.check(text).damages()).isNotEmpty();
    assertThat(files.check(other).damages().get(0)).contains("no table of readings");
    assertThat(files.check(orphan).damages().get(0)).contains("time_series_data");
    assertThatThrownBy(() -> files.check(folder.resolve("none")))
        .hasMessageContaining("no such file");
  }

  @Test
  void restoredDatabaseIsTheBackupAndTheOldOneIsKept() throws IOException {
    Path kept = files.restore(backup, database, NOW).orElseThrow();

    assertThat(files.check(database).readings()).isEqualTo(5000);
    assertThat(kept.getFileName()).hasToString("plant.sqlite3.before-restore-20260102T030405Z");
    assertThat(files.check(kept).readings()).isEqualTo(3);
    assertThat(backup).exists();
    assertThat(files.restore(backup, folder.resolve("new/plant.sqlite3"), NOW)).isEmpty();
  }

  @Test
  void whatIsRefusedChangesNothing() throws Exception {
    DatabaseLock server = DatabaseLock.take(database).orElseThrow();
    assertThatThrownBy(() -> files.restore(backup, database, NOW))
        .hasMessageContaining("in use by a server");
    server.close();
    damage(backup);
    assertThatThrownBy(() -> files.restore(backup, database, NOW))
        .hasMessageContaining("damaged, so nothing was changed");

    assertThat(files.check(database).readings()).isEqualTo(3);
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("restor"));
    }
  }

  private static void fill(Path file, int readings) throws IOException, SQLException {
    try (Connection connection = SqliteFile.migrated(file).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into templates (id, field_id, name, angle_from_north) values (1, 1, 'T', 0)");
      statement.execute(
          "insert into sensors (id, template_id, name, x, y, z) values (1, 1, 'S', 0, 0, 0)");
      statement.execute(
          "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
              + readings
              + ") insert into time_series_data select i, 1, i * 1000000, 20.5, 'GOOD' from n");
    }
  }

  /** Overwrites pages in the middle of the readings. */
  private static void damage(Path file) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(access.length() / 2);
      access.write(new byte[16_384]);
    }
  }
}
