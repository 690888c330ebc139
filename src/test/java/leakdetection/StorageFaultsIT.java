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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakdetection.infrastructure.persistence.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens while the database is locked by another process, its disk is full or read-only, or
 * its file is damaged: nothing acknowledged is lost, the answers say why, memory stays bounded, and
 * the product goes on by itself once the cause is gone.
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
  private final AtomicLong second = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private long sensor;
  private long longestRecovery;

  @Test
  void lockedOrFullItRefusesAndGoesOnByItself() throws Exception {
    Random random = new Random(Long.getLong("faults.seed", 1));
    int rounds = Integer.getInteger("faults.rounds", 1);
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 64);
        ServerProcess server = server(disk)) {
      begin(server);
      for (int round = 0; round < rounds; round++) {
        locked(server, 1000 + random.nextInt(2000));
        full(server, disk, 1000 + random.nextInt(2000));
      }
      long megabytes = residentMegabytes(server.pid());
      server.kill();
      StoredTables tables = new StoredTables(server.database());
      assertThat(tables.texts("select count(*) from time_series_data"))
          .containsExactly(Long.toString(acknowledged.get()));
      assertThat(tables.texts("pragma integrity_check")).containsExactly("ok");
      assertThat(megabytes).isLessThan(LARGEST_MEGABYTES);
      System.out.printf(
          "%d time(s) locked and full: %d readings acknowledged, none lost; itself again within"
              + " %d ms; %d MB resident%n",
          rounds, acknowledged.get(), longestRecovery, megabytes);
    }
  }

  private void locked(ServerProcess server, long millis) throws Exception {
    try (Connection other = SqliteFile.at(server.database()).getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertRefusedFor(server, millis, "locked by another process");
      statement.execute("ROLLBACK");
    }
    assertRecovered(server);
  }

  private void full(ServerProcess server, SmallDisk disk, long millis) throws Exception {
    disk.fill(server);
    // The log has some room of its own, which is used up first.
    while (push(server).statusCode() == 200) {
      assertThat(second.get()).isLessThan(1_000_000);
    }
    assertRefusedFor(server, millis, "disk");
    disk.free(server);
    assertRecovered(server);
  }

  /** While many sources try at once. */
  private void assertRefusedFor(ServerProcess server, long millis, String reason) {
    Instant end = Instant.now().plusMillis(millis);
    do {
      List<HttpResponse<String>> answers =
          IntStream.range(0, 16).parallel().mapToObj(i -> push(server)).toList();
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains(reason);
              });
      assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(server, "/api/sensors").statusCode()).isEqualTo(200);
    } while (Instant.now().isBefore(end));
  }

  private void assertRecovered(ServerProcess server) {
    Instant begin = Instant.now();
    boolean recovered = false;
    while (!recovered && Instant.now().isBefore(begin.plus(RECOVERY.multipliedBy(4)))) {
      recovered =
          push(server).statusCode() == 200 && get(server, "/health/ready").statusCode() == 200;
    }
    long millis = Duration.between(begin, Instant.now()).toMillis();
    longestRecovery = Math.max(longestRecovery, millis);
    assertThat(recovered).isTrue();
    assertThat(millis).as("recovered, ms").isLessThanOrEqualTo(RECOVERY.toMillis());
  }

  @Test
  void readOnlyDiskEndsTheStartWithOneLine() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), 64);
        ServerProcess server = server(disk)) {
      SqliteFile.migrated(server.database());
      disk.makeReadOnly(true);

      server.start();

      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(lastLine(server))
          .contains("The start was stopped: The database " + server.database())
          .containsIgnoringCase("read-only");
      disk.makeReadOnly(false);
      server.start();
      server.awaitReady();
    }
  }

  @Test
  void damagedDatabaseEndsTheStartAndTheBackupTakesItsPlace() throws Exception {
    try (ServerProcess server = new ServerProcess(folder, Map.of("DEBUG", "false"))) {
      begin(server);
      for (int i = 0; i < 50; i++) {
        push(server);
      }
      assertThat(server.send("POST", "/api/backups", null, null).statusCode()).isEqualTo(202);
      Path backup = awaitBackup(server);
      server.kill();
      damage(server.database());
      server.start();

      assertThat(server.awaitEnd()).isEqualTo(1);
      assertThat(lastLine(server))
          .contains("is damaged: ")
          .contains(
              "leak-detection-cli.jar restore " + backup + " --database " + server.database());
      assertThat(cli("check", server.database().toString())).isEqualTo(1);
      assertThat(cli("restore", backup.toString(), "--database", server.database().toString()))
          .isZero();
      assertThat(cli("check", server.database().toString())).isZero();
      server.start();
      server.awaitReady();
      assertThat(push(server).statusCode()).isEqualTo(200);
      assertThat(cli("restore", backup.toString(), "--database", server.database().toString()))
          .as("while the server uses it")
          .isEqualTo(1);
      server.kill();
      assertThat(new StoredTables(server.database()).texts("select count(*) from time_series_data"))
          .containsExactly("51");
    }
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

  /** Overwrites every second page but the first ones, once all is in the one file. */
  private static void damage(Path database) throws Exception {
    try (Connection last = SqliteFile.at(database).getConnection();
        Statement statement = last.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      for (long at = 20 * 4096L; at < file.length(); at += 2 * 4096) {
        file.seek(at);
        file.write(new byte[4096]);
      }
    }
  }

  private int cli(String... arguments) throws Exception {
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

  private static ServerProcess server(SmallDisk disk) throws IOException {
    return new ServerProcess(
        disk.file("..").normalize().resolve("server"),
        Map.of("DEBUG", "false", "DATABASE__NAME", disk.file("plant.sqlite3").toString()));
  }

  private void begin(ServerProcess server) throws Exception {
    server.start();
    server.awaitReady();
    server.signIn();
    long template =
        server.make("/api/fields/1/templates", "{\"name\": \"Faults\", \"angleFromNorth\": 0}");
    sensor =
        server.make(
            "/api/templates/" + template + "/sensors",
            "{\"name\": \"Faults\", \"x\": 0, \"y\": 0, \"z\": 2}");
  }

  /** Pushes a reading that nobody pushed before. */
  private HttpResponse<String> push(ServerProcess server) {
    long time = 1_600_000_000 + second.getAndIncrement();
    try {
      HttpResponse<String> answer =
          server.send(
              "POST",
              "/api/sensors/" + sensor + "/time-series-data",
              "application/json",
              "{\"timestamp\": \"%s\", \"ppmv\": 20}".formatted(Instant.ofEpochSecond(time)));
      if (answer.statusCode() == 200) {
        acknowledged.incrementAndGet();
      }
      return answer;
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static HttpResponse<String> get(ServerProcess server, String path) {
    try {
      return server.send("GET", path, null, null);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String lastLine(ServerProcess server) throws IOException {
    List<String> console = Files.readAllLines(server.log());
    return console.get(console.size() - 1);
  }

  private static long residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
        .findFirst()
        .orElseThrow();
  }
}
