package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakdetection.Administrator;
import leakdetection.RunningServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page in every look: no finding of axe-core that is serious, nothing wider than the window,
 * and a picture of each below {@code target/screenshots}.
 */
class EveryPageIT extends RunningServer {

  private static final String SERIOUS =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
          .filter((found) => ['serious', 'critical'].includes(found.impact))
          .map((found) => found.id + ': ' + found.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | '))
      """;

  private static final Map<String, String> PAGES = new TreeMap<>();
  private static final Map<String, String> SIGNED_IN =
      Map.of(
          "users", "/security/users.xhtml",
          "audit", "/security/audit.xhtml",
          "account", "/security/account.xhtml");

  @BeforeAll
  static void makeSomethingToLookAt() {
    long sensor = Plant.criticalSensor();
    Object template = Plant.template(sensor);
    PAGES.putAll(Plant.operatorsPages(sensor));
    PAGES.put("events", "/events/index.xhtml");
    PAGES.put("admin", "/admin/index.xhtml");
    for (String kind : List.of("sensors", "time-series-data", "system-events", "estimations")) {
      PAGES.put("admin-" + kind, "/admin/records.xhtml?of=" + kind);
    }
    PAGES.put("admin-record", "/admin/record.xhtml?of=sensors&id=" + sensor);
    PAGES.put("admin-edit", "/admin/edit.xhtml?of=templates&id=" + template);
    PAGES.put("admin-delete", "/admin/delete.xhtml?of=sensors&id=" + sensor);
    PAGES.put("admin-deleted", "/admin/deleted.xhtml");
    PAGES.put("admin-detectors", "/admin/detectors.xhtml");
    PAGES.put("admin-detector", "/admin/detector.xhtml?sensor=" + sensor);
    PAGES.put("admin-rules", "/admin/rules.xhtml?sensor=" + sensor);
    PAGES.put("admin-backtests", "/admin/backtests.xhtml");
    PAGES.put("admin-map", "/admin/map.xhtml?cells=8&template=" + template);
    PAGES.put("admin-jobs", "/admin/jobs.xhtml");
    PAGES.put("admin-settings", "/admin/settings.xhtml");
    PAGES.put("sign-in", "/security/sign-in.xhtml");
  }

  @Test
  void isAccessibleAndFitsAtADesk() throws IOException {
    look(Visit.Look.DESK);
  }

  @Test
  void isAccessibleAndFitsOnAWall() throws IOException {
    look(Visit.Look.WALL);
  }

  @Test
  void isAccessibleAndFitsInAHand() throws IOException {
    look(Visit.Look.PHONE);
  }

  private static void look(Visit.Look look) throws IOException {
    String axe = axe();
    SoftAssertions all = new SoftAssertions();
    try (Visit visit = new Visit(look)) {
      for (Map.Entry<String, String> entry : PAGES.entrySet()) {
        look(visit, look, entry, axe, all);
      }
    }
    Administrator.authorization();
    try (Visit visit = new Visit(look)) {
      visit.signIn(Administrator.NAME, Administrator.PASSWORD);
      for (Map.Entry<String, String> entry : SIGNED_IN.entrySet()) {
        look(visit, look, entry, axe, all);
      }
    }
    all.assertAll();
  }

  private static void look(
      Visit visit,
      Visit.Look look,
      Map.Entry<String, String> entry,
      String axe,
      SoftAssertions all) {
    Page page = visit.open(entry.getValue());
    visit.settle();
    page.evaluate(axe);
    all.assertThat((List<?>) page.evaluate(SERIOUS)).as("%s, %s", entry.getKey(), look).isEmpty();
    all.assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as("what %s is wider than the window of %s, pixels", entry.getKey(), look)
        .isLessThanOrEqualTo(0);
    visit.picture("%s-%s".formatted(entry.getKey(), look));
  }

  private static String axe() throws IOException {
    try (InputStream script =
        EveryPageIT.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Signed in, so that the form for signing out is there. */
  @Test
  void noSessionIsKeptOfWhoeverLooks() throws IOException, InterruptedException {
    for (String page : PAGES.keySet()) {
      if (!page.startsWith("admin") || page.equals("admin") || page.equals("admin-sensors")) {
        assertThat(cookies(PAGES.get(page))).as(page).noneMatch(it -> it.startsWith("JSESSIONID"));
      }
    }
    assertThat(cookies(PAGES.get("admin-edit"))).anyMatch(it -> it.startsWith("JSESSIONID"));
  }

  private static List<String> cookies(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", Administrator.authorization())
            .build();
    HttpResponse<String> answer = client().send(request, BodyHandlers.ofString());
    assertThat(answer.body()).contains("id=\"out\"");
    return answer.headers().allValues("Set-Cookie");
  }

  @Test
  void whatIsNotThereIsAnsweredByAFriendlyPage() throws IOException, InterruptedException {
    assertThat(get("/sensors/sensor.xhtml?id=999999999").statusCode()).isEqualTo(404);
    assertThat(get("/templates/template.xhtml?id=x").statusCode()).isEqualTo(404);
  }
}
