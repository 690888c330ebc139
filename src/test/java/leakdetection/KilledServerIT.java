package leakdetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the server by force in the middle of the replay, again and again, and compares what it
 * stored in the end with a run that nobody disturbed.
 *
 * <p>{@code -Dkills=20} kills more often than the usual 3 times, {@code -Dkills.seed=5} at other
 * moments.
 */
class KilledServerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void whatIsStoredInTheEndIsWhatAnUndisturbedRunStores() throws Exception {
    int kills = Integer.getInteger("kills", 3);
    long seed = Long.getLong("kills.seed", 1);
    Map<String, UndisturbedRun> runs = runs();
    long readings = runs.values().stream().mapToLong(UndisturbedRun::readings).sum();
    long detections = runs.values().stream().mapToLong(UndisturbedRun::detections).sum();

    try (ServerProcess server = new ServerProcess(folder, Map.of("TSD_FETCH_PERIODICITY", "0"))) {
      StoredTables tables = new StoredTables(server.database());
      for (long moment : moments(kills, readings, seed)) {
        server.start();
        tables.await("select count(*) from time_series_data", moment, PATIENCE);
        server.kill();
      }
      server.start();
      server.awaitReady();
      tables.await("select count(*) from time_series_data", readings, PATIENCE);
      tables.await("select count(*) from anomaly_detections", detections, PATIENCE);
      server.kill();

      assertThat(tables.texts("pragma integrity_check")).containsExactly("ok");
      assertThat(tables.texts("pragma foreign_key_check")).isEmpty();
      for (Map.Entry<String, UndisturbedRun> run : runs.entrySet()) {
        run.getValue().assertStored(tables, run.getKey());
      }
    }
  }

  /** Returns after how many stored readings to kill, ascending, all before the end. */
  private static long[] moments(int kills, long readings, long seed) {
    return new Random(seed).longs(kills, 1, readings * 9 / 10).sorted().toArray();
  }

  /** Returns the demo's files by the name of their sensor. */
  private static Map<String, UndisturbedRun> runs() throws IOException {
    Map<String, UndisturbedRun> runs = new TreeMap<>();
    for (Path file : files()) {
      runs.put(file.getFileName().toString().replace(".csv", ""), new UndisturbedRun(file));
    }
    return runs;
  }

  /** Returns the files of the demo's readings. */
  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("mock/tsd"))) {
      return files.filter(file -> file.toString().endsWith(".csv")).toList();
    }
  }
}
