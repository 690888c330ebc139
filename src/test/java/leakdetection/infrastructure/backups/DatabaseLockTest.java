package leakdetection.infrastructure.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLockTest {

  @TempDir private Path folder;

  @Test
  void databaseBelongsToOneUntilItLetsGo() throws IOException {
    Path database = folder.resolve("plant.sqlite3");
    try (DatabaseLock first = DatabaseLock.take(database).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(DatabaseLock.take(database)).isEmpty();
      assertThat(DatabaseLock.take(folder.resolve("other.sqlite3"))).isPresent();
    }
    assertThat(DatabaseLock.take(database)).isPresent();
  }
}
