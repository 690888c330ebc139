package leakdetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import leakdetection.domain.tsd.RawReading;
import leakdetection.infrastructure.backups.SqliteFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the server by force while four sources push, again and again, and compares what it stored in
 * the end with a run that nobody disturbed. Each kill comes when a backup is at work; how many were
 * cut off by it, and not over already, is printed.
 *
 * <p>{@code -Dpush.kills=200 -Dpush.minutes=120} kills more often than the usual 20 times, or as
 * many as fit into the usual 5 minutes, {@code -Dpush.kills.seed=5} at other moments, {@code
 * -Dpush.ready.millis=10000} demands to be ready so soon.
 */
class KilledPushIT {

  private static final int SOURCES = 4;
  private static final int REQUESTS_BETWEEN_KILLS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;
  private final AtomicLong acknowledged = new AtomicLong();
  private final Map<String, UndisturbedRun> runs = new LinkedHashMap<>();

  @Test
  void nothingAcknowledgedIsLostOrDoubledAndDetectionsGoOnToTheBit() throws Exception {
    int kills = Integer.getInteger("push.kills", 20);
    Random random = new Random(Long.getLong("push.kills.seed", 1));
    List<Long> readyMillis = new ArrayList<>();
    int cutOff = 0;

    try (ServerProcess server = new ServerProcess(folder, Map.of("DEBUG", "false"))) {
      server.start();
      server.awaitReady();
      server.signIn();
      List<PushingSource> sources = sources(server, kills);
      int requests = sources.stream().mapToInt(PushingSource::requests).sum();
      List<Thread> threads = sources.stream().map(Thread::new).toList();
      threads.forEach(Thread::start);

      Instant enough = Instant.now().plus(Duration.ofMinutes(Long.getLong("push.minutes", 5)));
      for (int kill = 0; kill < kills && (kill < 2 || Instant.now().isBefore(enough)); kill++) {
        long moment = (long) requests * kill / kills + random.nextInt(requests / kills);
        awaitAcknowledged(moment);
        long backup = beginBackup(server);
        server.kill();
        Instant begin = Instant.now();
        server.start();
        server.awaitReady();
        readyMillis.add(Duration.between(begin, Instant.now()).toMillis());
        cutOff += job(server, backup).contains("interrupted") ? 1 : 0;
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertStored(server);
    }
    Collections.sort(readyMillis);
    System.out.printf(
        "%d kills while %d sources pushed, %d of them in the middle of a backup: %d requests"
            + " acknowledged, 0 readings lost or doubled; ready again after %d ms (median), %d ms"
            + " (longest)%n",
        readyMillis.size(),
        SOURCES,
        cutOff,
        acknowledged.get(),
        readyMillis.get(readyMillis.size() / 2),
        readyMillis.get(readyMillis.size() - 1));
    assertThat(cutOff).as("kills in the middle of a backup").isPositive();
    assertThat(readyMillis.get(readyMillis.size() / 2))
        .as("ready again, ms")
        .isLessThan(Long.getLong("push.ready.millis", 300_000));
  }

  /** Returns the job of a backup when it is at work, or has ended already. */
  private static long beginBackup(ServerProcess server) throws IOException, InterruptedException {
    long job = server.make("/api/backups", null);
    Instant end = Instant.now().plus(PATIENCE);
    while (job(server, job).contains("\"state\":\"queued\"")) {
      assertThat(Instant.now()).as("a backup begins").isBefore(end);
      Thread.sleep(2);
    }
    return job;
  }

  private static String job(ServerProcess server, long id)
      throws IOException, InterruptedException {
    return server.send("GET", "/api/jobs/" + id, null, null).body();
  }

  private void awaitAcknowledged(long requests) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (acknowledged.get() < requests) {
      assertThat(Instant.now()).as("%d requests acknowledged", requests).isBefore(end);
      Thread.sleep(1);
    }
  }

  /** Makes a sensor for each of the demo's files, and shares them among the sources. */
  private List<PushingSource> sources(ServerProcess server, int kills)
      throws IOException, InterruptedException {
    long template =
        server.make("/api/fields/1/templates", "{\"name\": \"Killed\", \"angleFromNorth\": 0}");
    List<Map<Long, List<RawReading>>> shares = new ArrayList<>();
    for (int i = 0; i < SOURCES; i++) {
      shares.add(new LinkedHashMap<>());
    }
    int number = 0;
    int readings = 0;
    for (Path file : KilledServerIT.files()) {
      String name = file.getFileName().toString().replace(".csv", "");
      UndisturbedRun run = new UndisturbedRun(file);
      runs.put(name, run);
      readings += run.given().size();
      long id =
          server.make(
              "/api/templates/" + template + "/sensors",
              "{\"name\": \"%s\", \"x\": 0, \"y\": 0, \"z\": 2}".formatted(name));
      shares.get(number++ % SOURCES).put(id, run.given());
    }
    int batch = Math.max(1, readings / (kills * REQUESTS_BETWEEN_KILLS) / number);
    return shares.stream()
        .map(share -> new PushingSource(server, share, batch, acknowledged))
        .toList();
  }

  private void assertStored(ServerProcess server) throws Exception {
    StoredTables tables = new StoredTables(server.database());
    long detections = runs.values().stream().mapToLong(UndisturbedRun::detections).sum();
    tables.await("select count(*) from anomaly_detections", detections, PATIENCE);
    assertThat(tables.texts("select state from jobs where state in ('QUEUED', 'RUNNING')"))
        .isEmpty();
    server.kill();
    assertThat(tables.texts("pragma integrity_check")).containsExactly("ok");
    assertThat(tables.texts("pragma foreign_key_check")).isEmpty();
    for (Map.Entry<String, UndisturbedRun> run : runs.entrySet()) {
      run.getValue().assertStored(tables, run.getKey());
    }
    if (Files.exists(server.backups())) {
      try (var backups = Files.newDirectoryStream(server.backups(), "*.sqlite3")) {
        for (Path backup : backups) {
          assertThat(new SqliteFiles().check(backup).damages()).as(backup.toString()).isEmpty();
        }
      }
    }
  }
}
