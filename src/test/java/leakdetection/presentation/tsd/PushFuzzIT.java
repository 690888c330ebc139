package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

/**
 * Generated bodies and files, most of them broken somewhere, never make the server fail, and never
 * cost a good line. {@code -Dfuzz.bodies=100000} sends more than the usual 400, {@code
 * -Dfuzz.seed=7} others.
 */
class PushFuzzIT extends RunningServer {

  private static final int BODIES_OF_A_SENSOR = 100;
  private static final Instant START = Instant.parse("2021-04-05T00:00:00Z");
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u12",
    "null",
    "nan",
    "1e999",
    "-",
    "1e99999999999",
    "\u0000",
    "\uFEFF",
    "\uFFFF",
    "\u2028",
    "\r",
    "\t",
    "  ",
    "'",
    ";",
    "0x1p3",
    "true",
    "Infinity",
    "999999999999999999999",
    "{\"a\":",
    "[[[[",
    "2021-13-45",
    "T",
    "Z",
    "\ud83d\ude00"
  };

  private final Random random = new Random(Long.getLong("fuzz.seed", 1));
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private long sensor;
  private int second;
  private final Set<String> good = new HashSet<>();

  private enum Form {
    JSON("application/json", ""),
    NDJSON("application/x-ndjson", ""),
    CSV("text/csv", ""),
    FILE("text/csv", "/import");

    private final String type;
    private final String path;

    Form(String type, String path) {
      this.type = type;
      this.path = path;
    }
  }

  @Test
  void noGeneratedBodyMakesTheServerFailOrCostsAGoodLine() throws IOException {
    int bodies = Integer.getInteger("fuzz.bodies", 400);
    int kept = 0;
    for (int i = 0; i < bodies; i++) {
      if (i % BODIES_OF_A_SENSOR == 0) {
        kept += assertNoneIsLost();
        sensor = Api.newSensor();
        second = 0;
      }
      send(Form.values()[random.nextInt(Form.values().length)]);
    }
    kept += assertNoneIsLost();

    System.out.printf("%d bodies, answers %s, %d good lines, none lost%n", bodies, answers, kept);
    assertThat(answers.keySet()).allMatch(status -> status < 500);
    assertThat(kept).isPositive();
  }

  private void send(Form form) throws IOException {
    List<String> times = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      boolean broken = random.nextInt(3) == 0;
      String time = START.plusSeconds(60L * second++).toString();
      String line = line(form, time);
      lines.add(broken ? mutated(line) : line);
      times.add(broken ? null : time);
    }
    String body = body(form, lines, times);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) 0xff;
      times.replaceAll(time -> null); // nobody knows which line that was
    }
    Answer answer = post(form, bytes);
    answers.merge(answer.status(), 1, Integer::sum);
    assertThat(answer.status()).as("%s%n%s", body, answer.body()).isLessThan(500);
    times.stream().filter(time -> time != null).forEach(good::add);
  }

  private Answer post(Form form, byte[] body) throws IOException {
    boolean packed = random.nextInt(5) == 0;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/api/sensors/" + sensor + "/time-series-data" + form.path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed ? gzip(body) : body))
            .header("Content-Type", form.type);
    if (packed) {
      request.header("Content-Encoding", "gzip");
    }
    return Api.send(request);
  }

  private String line(Form form, String time) {
    double ppmv = random.nextInt(1000) / 10.0;
    return switch (form) {
      case JSON, NDJSON -> "{\"timestamp\": \"%s\", \"ppmv\": %s}".formatted(time, ppmv);
      case CSV -> time + "," + ppmv;
      case FILE -> "7," + time + "," + ppmv;
    };
  }

  private String mutated(String line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
        case 2 -> text.insert(at, "9".repeat(random.nextInt(5000)));
        default -> text.insert(at, (char) (1 + random.nextInt(0xd7ff)));
      }
    }
    return text.toString().replace("\n", " ").replace("\r", " ");
  }

  /** Joins the lines; what stands behind a break of a JSON document cannot be read. */
  private String body(Form form, List<String> lines, List<String> times) {
    if (form != Form.JSON) {
      String header = random.nextBoolean() ? header(form) : "";
      return header + String.join("\n", lines) + (random.nextBoolean() ? "\n" : "");
    }
    for (int i = times.indexOf(null); i >= 0 && i < times.size(); i++) {
      times.set(i, null);
    }
    return "[" + String.join(",", lines) + "]";
  }

  private static String header(Form form) {
    return switch (form) {
      case CSV -> "timestamp,ppmv\n";
      case FILE -> ",Time,Values\n";
      default -> "";
    };
  }

  private int assertNoneIsLost() {
    if (good.isEmpty()) {
      return 0;
    }
    Set<String> stored = new HashSet<>();
    String path = "/sensors/" + sensor + "/time-series-data?limit=1000";
    Answer page = Api.get(path);
    page.list().forEach(reading -> stored.add(reading.get("timestamp").toString()));
    while (page.members().get("next") != null) {
      page = Api.get(path + "&cursor=" + page.members().get("next"));
      page.list().forEach(reading -> stored.add(reading.get("timestamp").toString()));
    }
    assertThat(stored).containsAll(good);
    int count = good.size();
    good.clear();
    return count;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
