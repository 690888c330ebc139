package leakdetection.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how long a pushed reading is under way to the pages: from the beginning of its request
 * until each of 50 browsers' streams has it, and until one real page shows it. Each of the 50 has
 * the three streams that a sensor's page has.
 */
final class LiveLatency {

  private static final int BROWSERS = 50;
  private static final int READINGS = 200;
  private static final long PAUSE_MS = 50;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pattern ITEM = Pattern.compile("\"ppmv\":([\\d.]+),\"timestamp\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private final Map<Double, Long> sent = new ConcurrentHashMap<>();
  private final Queue<Double> delays = new ConcurrentLinkedQueue<>();

  LiveLatency(String server) {
    this.server = server;
  }

  void measure(Browser browser) throws Exception {
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 1; i < BROWSERS; i++) {
      sockets.add(open("/api/sensors/1/time-series-data?limit=0", true));
      sockets.add(open("/api/sensors/1/anomaly-detections?limit=0", false));
      sockets.add(open("/api/events/overview", false));
    }
    try (BrowserContext context = PageFigures.context(browser)) {
      Page page = context.newPage();
      page.navigate(server + "/sensors/sensor.xhtml?id=1");
      page.waitForFunction("performance.getEntriesByName('chart').length > 0");
      page.evaluate(
          """
          () => {
            window.seen = [];
            new MutationObserver(() => window.seen.push([document.getElementById('readout-ppmv').textContent, Date.now()]))
                .observe(document.getElementById('readout-ppmv'), {childList: true, characterData: true, subtree: true});
          }
          """);
      List<long[]> clock = push();
      page.waitForTimeout(3000);
      show(clock, page);
    }
    sockets.forEach(WebSocket::abort);
  }

  /**
   * Pushes one reading after the other; each has a value of its own, by which it is known again.
   */
  private List<long[]> push() throws Exception {
    List<long[]> clock = new ArrayList<>();
    for (int i = 0; i < READINGS; i++) {
      double ppmv = 100 + i;
      sent.put(ppmv, System.nanoTime());
      clock.add(new long[] {100 + i, System.currentTimeMillis()});
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server + "/api/sensors/1/time-series-data"))
              .header("Content-Type", "application/json")
              .POST(
                  BodyPublishers.ofString(
                      "{\"timestamp\": \"%s\", \"ppmv\": %s}"
                          .formatted(BEGIN.plusSeconds(600L * i), ppmv)))
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 300) {
        throw new IllegalStateException("The push was answered with " + status);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }
    return clock;
  }

  private void show(List<long[]> clock, Page page) {
    double[] streams = delays.stream().mapToDouble(it -> it).toArray();
    System.out.printf(
        "reading to %d browsers' streams, %d arrivals: %s%n",
        BROWSERS - 1, streams.length, PageFigures.percentiles(streams));
    Map<Long, Long> begun = new ConcurrentHashMap<>();
    clock.forEach(entry -> begun.put(entry[0], entry[1]));
    List<Double> shown = new ArrayList<>();
    for (Object change : (List<?>) page.evaluate("window.seen")) {
      List<?> pair = (List<?>) change;
      long ppmv = Math.round(Double.parseDouble(pair.get(0).toString().replaceAll("[^\\d.]", "")));
      Long begin = begun.remove(ppmv);
      if (begin != null) {
        shown.add(((Number) pair.get(1)).doubleValue() - begin);
      }
    }
    System.out.printf(
        "reading to the page of a real browser, %d of %d seen: %s%n",
        shown.size(),
        READINGS,
        PageFigures.percentiles(shown.stream().mapToDouble(it -> it).toArray()));
  }

  private WebSocket open(String path, boolean timed) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create(server.replace("http", "ws") + path), new Listener(timed))
        .join();
  }

  /** Takes whatever comes; the timed one looks for the readings. */
  private final class Listener implements WebSocket.Listener {

    private final boolean timed;
    private final StringBuilder text = new StringBuilder();

    Listener(boolean timed) {
      this.timed = timed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      if (timed) {
        text.append(part);
        if (last) {
          Matcher item = ITEM.matcher(text);
          while (item.find()) {
            Long begin = sent.get(Double.parseDouble(item.group(1)));
            if (begin != null) {
              delays.add((System.nanoTime() - begin) / 1e6);
            }
          }
          text.setLength(0);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
