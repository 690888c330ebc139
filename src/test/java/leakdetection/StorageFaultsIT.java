package leakdetection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import leakdetection.infrastructure.persistence.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens while the database is locked by another process, or its disk is full or read-only,
 * when the product runs and when it starts: nothing acknowledged is lost, answers and the end of
 * the start say why, memory stays bounded, and the product goes on by itself once the cause is
 * gone.
 *
 * <p>{@code -Dfaults.rounds=50} locks and fills more often than once, {@code -Dfaults.seed=5} with
 * other lengths.
 */
class StorageFaultsIT {

  /** The product is to be itself again within this time; 5 s on a machine of its own. */
  private static final Duration RECOVERY =
      Duration.ofMillis(Long.getLong("faults.recovery.millis", 15_000));

  private static final long LARGEST_MEGABYTES = 700;

  @TempDir private Path folder;
  private SinglePushes pushes;
  private long longestRecovery;

  @Test
  void lockedOrFullItRefusesAndGoesOnByItself() throws Exception {
    Random random = new Random(Long.getLong("faults.seed", 1));
    int rounds = Integer.getInteger("faults.rounds", 1);
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 64);
        ServerProcess server = server(disk.file("plant.sqlite3"))) {
      begin(server);
      for (int round = 0; round < rounds; round++) {
        locked(server, 1000 + random.nextInt(2000));
        full(server, disk, 1000 + random.nextInt(2000));
      }
      long megabytes = residentMegabytes(server.pid());
      server.kill();
      lockedAtTheStart(server);
      fullAtTheStart(server, disk);
      StoredTables tables = new StoredTables(server.database());
      assertThat(tables.texts("select count(*) from time_series_data"))
          .containsExactly(Long.toString(pushes.acknowledged()));
      assertThat(tables.texts("pragma integrity_check")).containsExactly("ok");
      assertThat(megabytes).isLessThan(LARGEST_MEGABYTES);
      System.out.printf(
          "%d time(s) locked and full: %d readings acknowledged, none lost; itself again within"
              + " %d ms; %d MB resident%n",
          rounds, pushes.acknowledged(), longestRecovery, megabytes);
    }
  }

  private void locked(ServerProcess server, long millis) throws Exception {
    try (Connection other = SqliteFile.at(server.database()).getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertRefusedFor(millis, "locked by another process");
      statement.execute("ROLLBACK");
    }
    assertRecovered();
  }

  private void full(ServerProcess server, SmallDisk disk, long millis) throws Exception {
    disk.fill(server);
    // The log has some room of its own, which is used up first.
    while (pushes.push().statusCode() == 200) {
      assertThat(pushes.acknowledged()).isLessThan(1_000_000);
    }
    assertRefusedFor(millis, "disk");
    disk.free(server);
    assertRecovered();
  }

  private static void lockedAtTheStart(ServerProcess server) throws Exception {
    try (Connection other = SqliteFile.at(server.database()).getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertStartRefused(server, "locked");
      statement.execute("ROLLBACK");
    }
  }

  private static void fullAtTheStart(ServerProcess server, SmallDisk disk) throws Exception {
    if (disk.fill()) {
      assertStartRefused(server, "full");
      disk.free(server);
    }
  }

  private static void assertStartRefused(ServerProcess server, String reason) throws Exception {
    server.start();
    assertThat(server.awaitEnd()).isEqualTo(1);
    assertThat(server.lastLine())
        .contains("The start was stopped: The database " + server.database())
        .containsIgnoringCase(reason);
  }

  /** While many sources try at once. */
  private void assertRefusedFor(long millis, String... reasons) {
    Instant end = Instant.now().plusMillis(millis);
    do {
      List<HttpResponse<String>> answers =
          IntStream.range(0, 16).parallel().mapToObj(i -> pushes.push()).toList();
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).containsAnyOf(reasons);
              });
      assertThat(pushes.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(pushes.get("/api/sensors").statusCode()).isEqualTo(200);
    } while (Instant.now().isBefore(end));
  }

  private void assertRecovered() {
    Instant begin = Instant.now();
    boolean recovered = false;
    while (!recovered && Instant.now().isBefore(begin.plus(RECOVERY.multipliedBy(4)))) {
      recovered =
          pushes.push().statusCode() == 200 && pushes.get("/health/ready").statusCode() == 200;
    }
    long millis = Duration.between(begin, Instant.now()).toMillis();
    longestRecovery = Math.max(longestRecovery, millis);
    assertThat(recovered).isTrue();
    assertThat(millis).as("recovered, ms").isLessThanOrEqualTo(RECOVERY.toMillis());
  }

  @Test
  void readOnlyDiskEndsTheStartWithOneLine() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 64);
        ServerProcess server = server(disk.file("plant.sqlite3"))) {
      SqliteFile.migrated(server.database());
      disk.makeReadOnly(true);

      assertStartRefused(server, "read-only");
      disk.makeReadOnly(false);
      server.start();
      server.awaitReady();
    }
  }

  @Test
  void diskThatTurnsReadOnlyUnderTheProductIsSaidAndTheNextStartHasAll() throws Exception {
    try (FailingDisk disk = new FailingDisk(folder)) {
      assumeThat(disk.isPossible()).as("a file system may be mounted").isTrue();
      try (ServerProcess server = server(disk.file("plant.sqlite3"))) {
        begin(server);
        for (int i = 0; i < 100; i++) {
          assertThat(pushes.push().statusCode()).isEqualTo(200);
        }
        disk.fail();
        assertRefusedFor(1000, "disk fails", "read-only");
        assertThat(pushes.get(pushes.path()).body()).contains("\"ppmv\":20.0");
        server.kill();
        disk.repair();
        server.start();
        server.awaitReady();
        assertThat(pushes.push().statusCode()).isEqualTo(200);
        server.kill();
        assertThat(
                new StoredTables(server.database()).texts("select count(*) from time_series_data"))
            .containsExactly(Long.toString(pushes.acknowledged()));
      }
    }
  }

  private void begin(ServerProcess server) throws Exception {
    server.start();
    server.awaitReady();
    pushes = new SinglePushes(server);
  }

  private ServerProcess server(Path database) throws IOException {
    return new ServerProcess(
        folder.resolve("server"), Map.of("DEBUG", "false", "DATABASE__NAME", database.toString()));
  }

  private static long residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
        .findFirst()
        .orElseThrow();
  }
}
