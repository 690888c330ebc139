package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

/** The charts of a sensor: by fingers, and with what a leak would have brought. */
class SensorChartIT extends RunningServer {

  private static final Pattern SHOWN = Pattern.compile("from=([^&]+)&to=([^&]+)");
  private static final double DAY = 86_400;

  /** The stretch that the address says is shown. */
  private record Shown(Instant from, Instant to) {

    static Shown of(Page page) {
      page.waitForURL(SHOWN);
      Matcher address = SHOWN.matcher(page.url().replace("%3A", ":"));
      assertThat(address.find()).isTrue();
      return new Shown(Instant.parse(address.group(1)), Instant.parse(address.group(2)));
    }

    double seconds() {
      return Duration.between(from, to).toMillis() / 1000.0;
    }
  }

  @Test
  void twoFingersZoomAndOneDragsTheTimeAlong() {
    long sensor = Plant.criticalSensor();
    try (Visit visit = new Visit(Visit.Look.PHONE)) {
      Page page = visit.open("/sensors/sensor.xhtml?id=" + sensor);
      visit.settle();
      page.locator("[data-span='1d']").click();
      page.locator("#chart .u-over").first().scrollIntoViewIfNeeded();

      touch(page, new double[] {0.4, 0.6}, new double[] {0.3, 0.7});
      Shown zoomed = Shown.of(page);
      assertThat(zoomed.seconds()).isCloseTo(DAY / 2, within(0.03 * DAY));

      String before = page.url();
      touch(page, new double[] {0.3}, new double[] {0.8});
      page.waitForURL(address -> !address.equals(before));
      Shown dragged = Shown.of(page);
      assertThat(dragged.seconds()).isCloseTo(zoomed.seconds(), within(2.0));
      assertThat(Duration.between(dragged.from(), zoomed.from()).toSeconds() / DAY)
          .isCloseTo(0.25, within(0.03));
    }
  }

  /** Puts a finger on each place, given as a share of the chart's width, and moves it. */
  private static void touch(Page page, double[] from, double[] to) {
    BoundingBox chart = page.locator("#chart .u-over").first().boundingBox();
    CDPSession fingers = page.context().newCDPSession(page);
    send(fingers, "touchStart", chart, from);
    for (int step = 1; step <= 5; step++) {
      double[] now = new double[from.length];
      for (int i = 0; i < now.length; i++) {
        now[i] = from[i] + (to[i] - from[i]) * step / 5;
      }
      send(fingers, "touchMove", chart, now);
    }
    send(fingers, "touchEnd", chart, new double[0]);
    fingers.detach();
  }

  private static void send(CDPSession fingers, String type, BoundingBox chart, double[] places) {
    JsonArray points = new JsonArray();
    for (int i = 0; i < places.length; i++) {
      JsonObject point = new JsonObject();
      point.addProperty("x", chart.x + places[i] * chart.width);
      point.addProperty("y", chart.y + chart.height / 2);
      point.addProperty("id", i);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    fingers.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void whatTheCandidatesWouldHaveBroughtIsDrawnOverWhatWasMeasured() {
    long sensor = Plant.criticalSensor();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/sensors/sensor.xhtml?id=" + sensor);
      visit.settle();
      page.locator("#estimate").click();
      assertThat(page.locator("#simulated canvas")).isVisible();
      assertThat(page.locator("#simulated-legend li").first())
          .hasText("measured: at most 800.3 ppmv");

      Map<?, ?> newest =
          (Map<?, ?>) Api.get("/sensors/%d/estimations?limit=1".formatted(sensor)).list().get(0);
      List<?> curves =
          Api.get(
                  "/sensors/%d/estimations/%s/simulation-detections"
                      .formatted(sensor, newest.get("id")))
              .list();
      List<String> leaks =
          curves.stream()
              .map(Map.class::cast)
              .filter(curve -> curve.get("sensorId").toString().equals(Long.toString(sensor)))
              .map(curve -> curve.get("leak").toString())
              .toList();
      assertThat(leaks).isNotEmpty();
      assertThat(page.locator("#simulated-legend li")).hasCount(1 + leaks.size());
      for (String leak : leaks) {
        assertThat(page.locator("#simulated-legend")).containsText(leak + " at ");
      }
      visit.picture("simulated");
    }
  }
}
