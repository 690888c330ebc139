package leakdetection.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Pushes readings, listens to streams of them, and tells how long each took from the moment at
 * which its request was due to its message at a client: {@code java StreamLoad.java
 * http://127.0.0.1:8000 name=value ...}, a program of one file that needs nothing else, which is
 * why it is longer than other files. {@code bench/streams} runs it.
 *
 * <p>Some clients may stop reading: their messages are not counted, and the others must not notice.
 */
public final class StreamLoad {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final byte[] TIME = "\"timestamp\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final String TOKEN = Optional.ofNullable(System.getenv("TOKEN")).orElse("");
  private static final String READINGS = "time-series-data";
  private static final String DETECTIONS = "anomaly-detections";
  private static final Instant BEGIN = Instant.parse("2021-01-01T00:00:00Z");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final Map<String, String> options = new TreeMap<>();
  private final List<Long> sensors = Collections.synchronizedList(new ArrayList<>());
  private final Selector selector = Selector.open();
  private final List<SocketChannel> stalled = new ArrayList<>();
  private long[][] due;
  private int rate;
  private int interval;
  private boolean detections;
  private long[] latencies;
  private volatile int received;
  private int closed;

  private StreamLoad(String[] args) throws IOException {
    server = URI.create(args[0]);
    Arrays.stream(args)
        .skip(1)
        .map(argument -> argument.split("=", 2))
        .forEach(pair -> options.put(pair[0], pair[1]));
  }

  /**
   * Runs a load.
   *
   * @param args the server's address, then options: sensors, streams (of the first sensors, round
   *     and round), stalled (further streams whose clients stop reading), rate (readings of a
   *     sensor per second), seconds, interval (detection interval, s), batch (readings in a
   *     request), of (time-series-data, or anomaly-detections: then it is told how long each took
   *     from the moment at which the reading was due that closes the interval)
   */
  public static void main(String[] args) throws Exception {
    StreamLoad load = new StreamLoad(args);
    load.mount();
    load.run();
  }

  private int number(String name, int standard) {
    return Integer.parseInt(options.getOrDefault(name, Integer.toString(standard)));
  }

  private void mount() throws Exception {
    String name = "Streams-" + System.nanoTime();
    String template = "{\"name\": \"%s\", \"angleFromNorth\": 0}".formatted(name);
    long templateId = id(send("POST", "/api/fields/1/templates", template));
    Queue<Integer> left = new ConcurrentLinkedQueue<>();
    IntStream.range(0, number("sensors", 1000)).forEach(left::add);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread = new Thread(() -> mount(templateId, name, left));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void mount(long templateId, String name, Queue<Integer> left) {
    String rules = "{\"detectionIntervalSeconds\": %d}".formatted(number("interval", 60));
    try {
      for (Integer i = left.poll(); i != null; i = left.poll()) {
        String sensor = "{\"name\": \"%s-%d\", \"x\": 0, \"y\": 0, \"z\": 2}".formatted(name, i);
        long id = id(send("POST", "/api/templates/" + templateId + "/sensors", sensor));
        send("PUT", "/api/sensors/" + id + "/reading-rules", rules);
        sensors.add(id);
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

  /** The token is what the environment says; without one the demo's visitor asks. */
  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    return TOKEN.isEmpty() ? request : request.header("Authorization", "Bearer " + TOKEN);
  }

  private static long id(HttpResponse<String> answer) {
    Matcher id = ID.matcher(answer.body());
    if (!id.find()) {
      throw new IllegalStateException(answer.body());
    }
    return Long.parseLong(id.group(1));
  }

  private void run() throws Exception {
    int streams = number("streams", 1000);
    rate = number("rate", 10);
    interval = number("interval", 60);
    detections = options.getOrDefault("of", READINGS).equals(DETECTIONS);
    int rounds = rate * number("seconds", 60);
    int batch = number("batch", 1000);
    due = new long[(sensors.size() + batch - 1) / batch][rounds];
    // Every stream gets one message of each round, or of each interval that another one closes.
    latencies = new long[streams * (detections ? (rounds - 1) / (rate * interval) : rounds)];
    for (int i = 0; i < streams; i++) {
      connect(i, true);
    }
    for (int i = 0; i < number("stalled", 0); i++) {
      connect(i, false);
    }
    System.out.printf(
        "%d sensors, %d streams, %d stalled%n", sensors.size(), streams, stalled.size());
    Thread reading = new Thread(this::listen);
    reading.setDaemon(true);
    reading.start();
    push(rounds);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (received < latencies.length && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }
    report();
  }

  /** Opens a stream, with a short history; one that is stalled is never read again. */
  private void connect(int number, boolean reads) throws IOException {
    // Few streams are of sensors from everywhere, many go round.
    int every = Math.max(1, sensors.size() / number("streams", 1000));
    int index = number * every % sensors.size();
    SocketChannel channel = SocketChannel.open();
    if (!reads) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    }
    channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    String request =
        "GET /api/sensors/%d/%s HTTP/1.1\r\nHost: %s\r\n%sUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
            .formatted(
                sensors.get(index),
                detections ? DETECTIONS : READINGS,
                server.getAuthority(),
                TOKEN.isEmpty() ? "" : "Authorization: Bearer " + TOKEN + "\r\n");
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    ByteBuffer head = ByteBuffer.allocate(1);
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      head.clear();
      if (channel.read(head) < 0) {
        throw new IOException("No stream: " + answer);
      }
      answer.append((char) head.get(0));
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("No stream: " + answer);
    }
    if (reads) {
      channel.configureBlocking(false);
      long[] dueOfPart = due[index / number("batch", 1000)];
      channel.register(
          selector, SelectionKey.OP_READ, new Stream(ByteBuffer.allocate(16_384), dueOfPart));
    } else {
      stalled.add(channel);
    }
  }

  /**
   * A stream that is read.
   *
   * @param due when its sensor's reading of each round was due
   */
  private record Stream(ByteBuffer buffer, long[] due) {}

  private void push(int rounds) throws Exception {
    int batch = number("batch", 1000);
    long spacing = 1_000_000_000L / number("rate", 10);
    long begin = System.nanoTime() + 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    int parts = due.length;
    for (int part = 0; part < parts; part++) {
      List<Long> own = sensors.subList(part * batch, Math.min(sensors.size(), (part + 1) * batch));
      int number = part;
      Thread thread =
          new Thread(
              () -> {
                for (int round = 0; round < rounds; round++) {
                  // Parts are spread over a round.
                  long moment = begin + round * spacing + spacing * number / parts;
                  due[number][round] = moment;
                  while (System.nanoTime() < moment) {
                    LockSupport.parkNanos(moment - System.nanoTime());
                  }
                  push(own, round);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void push(List<Long> own, int round) {
    Instant time = BEGIN.plus(1000L * round / number("rate", 10), ChronoUnit.MILLIS);
    StringBuilder csv = new StringBuilder("sensor,timestamp,ppmv\n");
    for (long id : own) {
      csv.append(id)
          .append(',')
          .append(time)
          .append(',')
          .append(40 + (id * 31 + round * 104_729L) % 1000 / 100.0)
          .append('\n');
    }
    try {
      HttpRequest request =
          request("/api/time-series-data")
              .POST(BodyPublishers.ofString(csv.toString()))
              .header("Content-Type", "text/csv")
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        System.out.println(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void listen() {
    try {
      while (true) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          read(key, (SocketChannel) key.channel(), (Stream) key.attachment());
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void read(SelectionKey key, SocketChannel channel, Stream stream) throws IOException {
    ByteBuffer buffer = stream.buffer();
    if (channel.read(buffer) < 0) {
      key.cancel();
      closed++;
      return;
    }
    buffer.flip();
    while (frame(stream)) {
      // The next one.
    }
    buffer.compact();
  }

  /** Takes one frame, if it is whole; those of the server are not masked. */
  private boolean frame(Stream stream) {
    ByteBuffer buffer = stream.buffer();
    int begin = buffer.position();
    if (buffer.remaining() < 2) {
      return false;
    }
    int kind = buffer.get() & 0x0f;
    int length = buffer.get() & 0x7f;
    if (length == 126) {
      if (buffer.remaining() < 2) {
        buffer.position(begin);
        return false;
      }
      length = buffer.getShort() & 0xffff;
    }
    if (length == 127 || buffer.remaining() < length) {
      buffer.position(begin);
      return false;
    }
    if (kind == 1) {
      message(buffer.array(), buffer.position(), length, stream.due());
    }
    buffer.position(buffer.position() + length);
    return true;
  }

  private void message(byte[] bytes, int from, int length, long[] dueRounds) {
    long now = System.nanoTime();
    int found = -1;
    int count = 0;
    for (int i = from; i <= from + length - TIME.length; i++) {
      if (Arrays.equals(bytes, i, i + TIME.length, TIME, 0, TIME.length)) {
        found = i + TIME.length;
        count++;
      }
    }
    // The history of a new sensor holds none.
    if (count == 1) {
      int end = found;
      while (bytes[end] != '"') {
        end++;
      }
      Instant time =
          Instant.parse(new String(bytes, found, end - found, StandardCharsets.US_ASCII));
      int round = (int) Math.round(BEGIN.until(time, ChronoUnit.MILLIS) * rate / 1000.0);
      // The reading after the last one of an interval closes it.
      int caused = detections ? round + 1 : round;
      boolean counts = !detections || caused % (rate * interval) == 0;
      if (counts && caused < dueRounds.length && received < latencies.length) {
        latencies[received] = now - dueRounds[caused];
        received = received + 1;
      }
    }
  }

  private void report() {
    int missing = latencies.length - received;
    tell(
        detections ? "interval over to its detection at a client" : "reading to client",
        Arrays.copyOf(latencies, received));
    tell("in the second half", Arrays.copyOfRange(latencies, received / 2, received));
    System.out.printf("%d messages, %d missing, %d streams closed%n", received, missing, closed);
  }

  private static void tell(String what, long[] measured) {
    Arrays.sort(measured);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        what,
        at(measured, 0.5),
        at(measured, 0.95),
        at(measured, 0.99),
        at(measured, 1));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }
}
