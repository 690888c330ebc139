package leakdetection.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the operators' pages of a running server: the server's time, what is transferred, when
 * the sensor's page is usable and how soon a reading reaches the page: {@code PageFigures
 * http://127.0.0.1:8096}. {@code bench/pages} runs it.
 */
public final class PageFigures {

  private static final int REQUESTS = 100;
  private static final int LOADS = 10;
  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private static final String LARGEST_PAINT =
      """
      () => new Promise((resolve) => new PerformanceObserver((list) => {
        const all = list.getEntries();
        resolve(all[all.length - 1].startTime);
      }).observe({type: 'largest-contentful-paint', buffered: true}))
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;

  private PageFigures(String server) {
    this.server = server;
  }

  /** Measures everything and prints a line for each figure. */
  public static void main(String[] args) throws Exception {
    PageFigures figures = new PageFigures(args[0]);
    figures.serverTimes();
    try (Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
      figures.transferred(browser);
      figures.paints(browser);
      new LiveLatency(args[0]).measure(browser);
    }
  }

  private void serverTimes() throws Exception {
    for (String path :
        List.of(
            "/",
            "/sensors/sensor.xhtml?id=1",
            "/sensors/dashboard.xhtml",
            "/templates/index.xhtml",
            "/templates/template.xhtml?id=1",
            "/templates/new.xhtml?id=1",
            "/sensors/new.xhtml?id=1",
            "/events/index.xhtml",
            "/events/index.xhtml?kind=messages",
            "/admin/index.xhtml",
            "/admin/records.xhtml?of=sensors",
            "/admin/records.xhtml?of=sensors&sort=-name&q=BENCH-9",
            "/admin/records.xhtml?of=time-series-data",
            "/admin/records.xhtml?of=time-series-data&sensor=BENCH-0&sort=-ppmv",
            "/admin/records.xhtml?of=anomaly-detections",
            "/admin/record.xhtml?of=sensors&id=1",
            "/admin/detectors.xhtml",
            "/admin/detector.xhtml?sensor=1",
            "/admin/rules.xhtml?sensor=1",
            "/admin/backtests.xhtml",
            "/admin/map.xhtml?template=1",
            "/admin/jobs.xhtml",
            "/admin/settings.xhtml",
            "/admin/deleted.xhtml",
            "/api/sensors/1/time-series-data?points=4000&from=2025-01-01T00:00:00Z",
            "/api/sensors/1/anomaly-detections?points=4000&from=2025-01-01T00:00:00Z",
            "/api/sensors/1/explanation")) {
      double[] milliseconds = new double[REQUESTS];
      int bytes = 0;
      boolean session = false;
      for (int i = -20; i < REQUESTS; i++) {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = get(path);
        bytes = answer.body().length;
        session |= answer.headers().firstValue("Set-Cookie").isPresent();
        if (i >= 0) {
          milliseconds[i] = (System.nanoTime() - begin) / 1e6;
        }
      }
      System.out.printf(
          "server time of %s: %s, %d bytes, %s%n",
          path, percentiles(milliseconds), bytes, session ? "a session" : "no session");
    }
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path)).header("Accept-Encoding", "gzip").build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(answer.statusCode() + " of " + path);
    }
    return answer;
  }

  static String percentiles(double[] milliseconds) {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    return "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, largest %.0f ms"
        .formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  /** What waits for the page's own marks is evaluated there, which the page's policy forbids. */
  static BrowserContext context(Browser browser) {
    return browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
  }

  private void transferred(Browser browser) {
    for (String path : List.of("/", "/sensors/sensor.xhtml?id=1")) {
      try (BrowserContext context = context(browser)) {
        Page page = context.newPage();
        CDPSession devTools = context.newCDPSession(page);
        devTools.send("Network.enable");
        AtomicLong bytes = new AtomicLong();
        AtomicLong requests = new AtomicLong();
        devTools.on(
            "Network.loadingFinished",
            event -> {
              bytes.addAndGet(event.get("encodedDataLength").getAsLong());
              requests.incrementAndGet();
            });
        page.navigate(server + path);
        page.waitForSelector("#connection[data-state=live]");
        page.waitForTimeout(3000);
        System.out.printf(
            "transferred by %s on a first visit: %.0f kB in %d requests (streams not counted)%n",
            path, bytes.get() / 1e3, requests.get());
      }
    }
  }

  private void paints(Browser browser) {
    String year = "/sensors/sensor.xhtml?id=1&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z";
    double[] largest = new double[LOADS];
    double[] chart = new double[LOADS];
    for (int i = 0; i < LOADS; i++) {
      try (BrowserContext context = context(browser)) {
        Page page = context.newPage();
        page.setViewportSize(1280, 800);
        page.navigate(server + year);
        page.waitForFunction("performance.getEntriesByName('chart').length > 0");
        chart[i] =
            ((Number) page.evaluate("performance.getEntriesByName('chart')[0].startTime"))
                .doubleValue();
        largest[i] = ((Number) page.evaluate(LARGEST_PAINT)).doubleValue();
      }
    }
    System.out.printf(
        "sensor page with a year, first visits, largest contentful paint: %s%n",
        percentiles(largest));
    System.out.printf("sensor page with a year, chart drawn: %s%n", percentiles(chart));
  }
}
