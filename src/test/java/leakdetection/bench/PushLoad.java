package leakdetection.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pushes made-up readings to a running server and tells how long their acknowledgement took: {@code
 * java PushLoad.java http://127.0.0.1:8000 name=value ...}, a program of one file that needs
 * nothing else, which is why it is longer than other files. {@code bench/push} runs it.
 *
 * <p>Requests begin at their scheduled time, and the latency counts from there, so that a server
 * that stalls does not slow the measurement down with itself.
 */
public final class PushLoad {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern TAKEN = Pattern.compile("\"accepted\":(\\d+)");

  private static final String TOKEN = Optional.ofNullable(System.getenv("TOKEN")).orElse("");
  private static final String AUTHORIZATION =
      TOKEN.isEmpty() ? "" : "Authorization: Bearer " + TOKEN + "\r\n";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private final Map<String, String> options = new TreeMap<>();
  private final List<Long> sensors = new ArrayList<>();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
  private long[] latencies;

  private PushLoad(String server, Stream<String> arguments) {
    this.server = server;
    arguments
        .map(argument -> argument.split("=", 2))
        .forEach(pair -> options.put(pair[0], pair[1]));
  }

  /**
   * Runs a load.
   *
   * @param args the server's address, then options: sensors, batch (readings in a request),
   *     threads, rate (readings/s), seconds, step (s between the readings of a sensor), interval
   *     (detection interval, s; left as it is if missing), begin (time of the first reading,
   *     default 2021)
   */
  public static void main(String[] args) throws Exception {
    PushLoad load = new PushLoad(args[0], Arrays.stream(args).skip(1));
    load.mount(load.number("sensors", 1000));
    load.run();
  }

  private int number(String name, int standard) {
    return Integer.parseInt(options.getOrDefault(name, Integer.toString(standard)));
  }

  /** Mounts as many sensors as are missing, on a template of their own. */
  private void mount(int count) throws Exception {
    String name = "Load-" + System.nanoTime();
    long template =
        id(
            send(
                "POST",
                "/api/fields/1/templates",
                "{\"name\": \"%s\", \"angleFromNorth\": 0}".formatted(name)));
    List<Thread> threads = new ArrayList<>();
    AtomicLong left = new AtomicLong(count);
    for (int i = 0; i < 8; i++) {
      Thread thread = new Thread(() -> mount(template, name, left));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.printf("%d sensors mounted%n", sensors.size());
  }

  private void mount(long template, String name, AtomicLong left) {
    try {
      for (long i = left.getAndDecrement(); i > 0; i = left.getAndDecrement()) {
        long id =
            id(
                send(
                    "POST",
                    "/api/templates/" + template + "/sensors",
                    "{\"name\": \"%s-%d\", \"x\": 0, \"y\": 0, \"z\": 2}".formatted(name, i)));
        if (options.containsKey("interval")) {
          send(
              "PUT",
              "/api/sensors/" + id + "/reading-rules",
              "{\"detectionIntervalSeconds\": %s}".formatted(options.get("interval")));
        }
        synchronized (sensors) {
          sensors.add(id);
        }
      }
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        request(path)
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer;
  }

  private static long id(HttpResponse<String> answer) {
    Matcher id = ID.matcher(answer.body());
    if (!id.find()) {
      throw new IllegalStateException(answer.body());
    }
    return Long.parseLong(id.group(1));
  }

  private void run() throws Exception {
    int rate = number("rate", 30_000);
    int batch = number("batch", 1000);
    int total = (int) ((long) rate * number("seconds", 30) / batch);
    latencies = new long[total];
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    int connections = number("threads", 8);
    for (int i = 0; i < connections; i++) {
      int connection = i;
      Thread thread = new Thread(() -> push(begin, total, batch, rate, connection, connections));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    report(total, (System.nanoTime() - begin) / 1e9);
  }

  /** Each connection has sensors of its own, so that their readings come in their order. */
  private void push(long begin, int total, int batch, int rate, int connection, int connections) {
    Wire mine = new Wire(URI.create(server));
    List<Long> own = new ArrayList<>();
    for (int i = connection; i < sensors.size(); i += connections) {
      own.add(sensors.get(i));
    }
    for (int i = connection; i < total; i += connections) {
      long scheduled = begin + (long) (i * batch * 1e9 / rate);
      while (System.nanoTime() < scheduled) {
        LockSupport.parkNanos(scheduled - System.nanoTime());
      }
      latencies[i] = pushed(mine, own, i / connections, batch) ? System.nanoTime() - scheduled : -1;
    }
  }

  /** Pushes the readings of one request; the next ones of a sensor are a step later. */
  private boolean pushed(Wire mine, List<Long> own, long request, int batch) {
    byte[] body = body(own, request * batch, batch).getBytes(StandardCharsets.UTF_8);
    String path =
        batch == 1
            ? "/api/sensors/" + own.get((int) (request % own.size())) + "/time-series-data"
            : "/api/time-series-data";
    try {
      Wire.Answer answer = mine.post(path, body);
      statuses.computeIfAbsent(answer.status(), status -> new AtomicLong()).incrementAndGet();
      Matcher taken = TAKEN.matcher(answer.body());
      if (answer.status() == 200 && taken.find()) {
        accepted.addAndGet(Long.parseLong(taken.group(1)));
        return true;
      }
    } catch (Exception failure) {
      statuses.computeIfAbsent(0, status -> new AtomicLong()).incrementAndGet();
    }
    refused.addAndGet(batch);
    return false;
  }

  private String body(List<Long> own, long first, int batch) {
    Instant start = Instant.parse(options.getOrDefault("begin", "2021-01-01T00:00:00Z"));
    int step = number("step", 600);
    StringBuilder json = new StringBuilder(batch * 70).append(batch == 1 ? "" : "[");
    for (long reading = first; reading < first + batch; reading++) {
      long round = reading / own.size();
      json.append(reading == first ? "" : ",").append("{");
      if (batch > 1) {
        json.append("\"sensor\":").append(own.get((int) (reading % own.size()))).append(',');
      }
      json.append("\"timestamp\":\"")
          .append(start.plusSeconds(round * step))
          .append("\",\"ppmv\":")
          .append(40 + (reading * 7919 + round * 104_729) % 1000 / 100.0)
          .append('}');
    }
    return json.append(batch == 1 ? "" : "]").toString();
  }

  private void report(int total, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%d requests in %.1f s, answers %s: %d readings accepted, %.0f/s; %d refused%n",
        total,
        seconds,
        statuses,
        accepted.get(),
        accepted.get() / seconds,
        refused.get());
    int warm = total / 2;
    tell("acknowledged", latencies);
    tell("in the second half", Arrays.copyOfRange(latencies, warm, total));
  }

  private static void tell(String what, long[] measured) {
    long[] sorted = Arrays.stream(measured).filter(latency -> latency >= 0).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        what,
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }

  /** The token is what the environment says; without one the demo's visitor pushes. */
  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
    return TOKEN.isEmpty() ? request : request.header("Authorization", "Bearer " + TOKEN);
  }

  /**
   * A connection that is kept open. The platform's own client costs several times more per request,
   * and server and load share the processor. Not thread-safe.
   */
  private static final class Wire {

    private final URI server;
    private Socket socket;
    private InputStream in;

    Wire(URI server) {
      this.server = server;
    }

    record Answer(int status, String body) {}

    Answer post(String path, byte[] body) throws IOException {
      try {
        if (socket == null) {
          socket = new Socket(server.getHost(), server.getPort());
          socket.setTcpNoDelay(true);
          socket.setSoTimeout(120_000);
          in = new BufferedInputStream(socket.getInputStream());
        }
        String head =
            "POST %s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, server.getAuthority(), AUTHORIZATION, body.length);
        byte[] request =
            Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, request, head.length(), body.length);
        socket.getOutputStream().write(request);
        return answer();
      } catch (IOException failure) {
        close();
        throw failure;
      }
    }

    private Answer answer() throws IOException {
      int status = Integer.parseInt(line().split(" ")[1]);
      int length = 0;
      boolean chunked = false;
      boolean last = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        last |= lower.startsWith("connection:") && lower.contains("close");
      }
      String body = chunked ? chunks() : text(length);
      if (last) {
        close();
      }
      return new Answer(status, body);
    }

    private String chunks() throws IOException {
      StringBuilder body = new StringBuilder();
      for (int size = size(); size > 0; size = size()) {
        body.append(text(size));
        line();
      }
      line();
      return body.toString();
    }

    private int size() throws IOException {
      return Integer.parseInt(line().strip(), 16);
    }

    private String text(int length) throws IOException {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException("The server closed the connection.");
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
      return line.toString();
    }

    private void close() throws IOException {
      if (socket != null) {
        socket.close();
        socket = null;
      }
    }
  }
}
