package leakdetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakdetection.infrastructure.persistence.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database whose file is damaged, before the start and while the product runs: it is said, with
 * the way to restore, and a backup takes its place.
 */
class DamagedDatabaseIT {

  private static final int PAGE = 4096;

  /** More readings than SQLite keeps pages of in memory. */
  private static final int READINGS = 100_000;

  @TempDir private Path folder;

  @Test
  void damagedDatabaseEndsTheStartAndTheBackupTakesItsPlace() throws Exception {
    try (ServerProcess server = new ServerProcess(folder, Map.of("DEBUG", "false"))) {
      server.start();
      server.awaitReady();
      SinglePushes pushes = new SinglePushes(server);
      for (int i = 0; i < 50; i++) {
        pushes.push();
      }
      assertThat(server.send("POST", "/api/backups", null, null).statusCode()).isEqualTo(202);
      Path backup = awaitBackup(server);
      server.kill();
      damage(server.database());
      server.start();

      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(server.lastLine())
          .contains("is damaged: ")
          .contains(
              "leak-detection-cli.jar restore " + backup + " --database " + server.database());
      assertThat(cli("check", server.database().toString())).isEqualTo(1);
      assertThat(cli("restore", backup.toString(), "--database", server.database().toString()))
          .isZero();
      assertThat(cli("check", server.database().toString())).isZero();
      server.start();
      server.awaitReady();
      assertThat(pushes.push().statusCode()).isEqualTo(200);
      assertThat(cli("restore", backup.toString(), "--database", server.database().toString()))
          .as("while the server uses it")
          .isEqualTo(1);
      damageWhileItRuns(server, pushes);
    }
  }

  private static void damageWhileItRuns(ServerProcess server, SinglePushes pushes)
      throws Exception {
    assertThat(new StoredTables(server.database()).texts("select count(*) from time_series_data"))
        .containsExactly("51");
    importMany(server, pushes);
    damage(server.database());

    List<HttpResponse<String>> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> pushes.path() + "?limit=1000&from=" + time(i * READINGS / 40))
            .map(pushes::get)
            .toList();

    assertThat(answers.stream().map(HttpResponse::statusCode)).contains(503).isSubsetOf(200, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .allSatisfy(
            answer -> {
              assertThat(answer.body()).contains("The database is damaged.", "restore a backup");
              assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
    HttpResponse<String> ready = pushes.get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("is damaged", "leak-detection-cli.jar restore ");
  }

  private static void importMany(ServerProcess server, SinglePushes pushes) throws Exception {
    StringBuilder csv = new StringBuilder(",Time,Values\n");
    for (int i = 0; i < READINGS; i++) {
      csv.append(i).append(',').append(time(i)).append(',').append(40 + i % 7).append('\n');
    }
    HttpResponse<String> answer =
        server.send("POST", pushes.path() + "/import", "text/csv", csv.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static Instant time(int i) {
    return Instant.ofEpochSecond(1_000_000_000 + 600L * i);
  }

  private static Path awaitBackup(ServerProcess server) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(end)) {
      if (Files.isDirectory(server.backups())) {
        try (Stream<Path> files = Files.list(server.backups())) {
          List<Path> made = files.filter(file -> file.toString().endsWith(".sqlite3")).toList();
          if (!made.isEmpty()) {
            return made.get(0);
          }
        }
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(server.send("GET", "/api/jobs", null, null).body());
  }

  /** Overwrites every second page of the newer half, once all is in the one file. */
  private static void damage(Path database) throws Exception {
    try (Connection last = SqliteFile.at(database).getConnection();
        Statement statement = last.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      for (long at = file.length() / PAGE / 2 * PAGE; at < file.length(); at += 2 * PAGE) {
        file.seek(at);
        file.write(new byte[PAGE]);
      }
    }
  }

  private int cli(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    Path.of("target/leak-detection-cli.jar").toString()),
                Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("cli.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
