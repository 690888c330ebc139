package leakdetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many more sources than can be served push as fast as they can: what is too much is refused with a
 * time to try again, what was accepted is kept and judged, others are served meanwhile, and memory
 * stays bounded.
 *
 * <p>{@code -Doverload.seconds=600} goes on for longer than the usual 10 seconds, {@code
 * -Doverload.sources=200} takes more than the usual 100 sources.
 */
class OverloadIT {

  private static final int SENSORS = 100;
  private static final int READINGS = 1000;
  private static final long LARGEST_MEGABYTES = 900;
  private static final long LARGEST_MILLIS = 15_000;
  private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":(\\d+)");

  @TempDir private Path folder;
  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private final AtomicLong accepted = new AtomicLong();
  private final List<Long> sensors = new ArrayList<>();

  @Test
  void whatIsTooMuchIsRefusedAndWhatWasAcceptedIsKeptAndJudged() throws Exception {
    int sources = Integer.getInteger("overload.sources", 100);
    Duration length = Duration.ofSeconds(Integer.getInteger("overload.seconds", 10));
    try (ServerProcess server =
        new ServerProcess(folder, Map.of("DEBUG", "false", "JVM_ARGS", "-Xmx512m"))) {
      server.start();
      server.awaitReady();
      server.signIn();
      mount(server);
      Instant end = Instant.now().plus(length);
      List<Thread> threads =
          IntStream.range(0, sources)
              .mapToObj(source -> new Thread(() -> push(server, source, end)))
              .toList();
      threads.forEach(Thread::start);
      long slowestMillis = askUntil(server, end);
      for (Thread thread : threads) {
        thread.join();
      }
      assertEverythingAcceptedIsJudged(server);
      long megabytes = peakMegabytes(server.pid());
      System.out.printf(
          "%d sources for %d s: answers %s, %d readings accepted and judged; another request took"
              + " %d ms at most; at most %d MB resident%n",
          sources, length.toSeconds(), statuses, accepted.get(), slowestMillis, megabytes);
      assertThat(statuses.keySet()).isSubsetOf(200, 429, 503).contains(200, 429);
      assertThat(megabytes).isLessThan(LARGEST_MEGABYTES);
      assertThat(slowestMillis).as("another request, ms").isLessThan(LARGEST_MILLIS);
      assertThat(Files.readString(server.log())).doesNotContain("OutOfMemory");
    }
  }

  private void mount(ServerProcess server) throws Exception {
    long template =
        server.make("/api/fields/1/templates", "{\"name\": \"Overload\", \"angleFromNorth\": 0}");
    for (int i = 0; i < SENSORS; i++) {
      sensors.add(
          server.make(
              "/api/templates/" + template + "/sensors",
              "{\"name\": \"Overload-%d\", \"x\": 0, \"y\": 0, \"z\": 2}".formatted(i)));
    }
  }

  /** Each source has a sensor of its own, as far as there are enough. */
  private void push(ServerProcess server, int source, Instant end) {
    long sensor = sensors.get(source % sensors.size());
    // Sources that share a sensor send other times.
    long second = 1_000_000_000 + source / sensors.size();
    try {
      while (Instant.now().isBefore(end)) {
        StringBuilder csv = new StringBuilder("timestamp,ppmv\n");
        for (int i = 0; i < READINGS; i++) {
          second += 600;
          csv.append(Instant.ofEpochSecond(second))
              .append(',')
              .append(20 + second % 7)
              .append('\n');
        }
        count(
            server.send(
                "POST",
                "/api/sensors/" + sensor + "/time-series-data",
                "text/csv",
                csv.toString()));
      }
    } catch (IOException failure) {
      statuses.computeIfAbsent(0, status -> new AtomicLong()).incrementAndGet();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(HttpResponse<String> answer) {
    statuses.computeIfAbsent(answer.statusCode(), key -> new AtomicLong()).incrementAndGet();
    Matcher taken = ACCEPTED.matcher(answer.body());
    if (answer.statusCode() == 200 && taken.find()) {
      accepted.addAndGet(Long.parseLong(taken.group(1)));
    } else if (answer.headers().firstValue("Retry-After").isEmpty()) {
      statuses.computeIfAbsent(-1, key -> new AtomicLong()).incrementAndGet();
    }
  }

  private static long askUntil(ServerProcess server, Instant end) throws Exception {
    long slowest = 0;
    while (Instant.now().isBefore(end)) {
      Instant begin = Instant.now();
      assertThat(server.send("GET", "/api/sensors?limit=10", null, null).statusCode())
          .isEqualTo(200);
      slowest = Math.max(slowest, Duration.between(begin, Instant.now()).toMillis());
      Thread.sleep(100);
    }
    return slowest;
  }

  private void assertEverythingAcceptedIsJudged(ServerProcess server) throws Exception {
    StoredTables tables = new StoredTables(server.database());
    assertThat(tables.texts("select count(*) from time_series_data"))
        .containsExactly(Long.toString(accepted.get()));
    // A value is unusable only where nothing was measured, and these all are.
    tables.await("select count(*) from anomaly_detections", accepted.get(), Duration.ofMinutes(10));
  }

  private static long peakMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
        .findFirst()
        .orElseThrow();
  }
}
