package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/**
 * The administrators' pages: lists, forms, deletion with undo, and a backtest's way to a detector.
 */
class AdministrationIT extends RunningServer {

  private static final String LIST = "/admin/records.xhtml?of=";

  @Test
  void listIsSearchedSortedAndPagedByTheAddress() throws IOException, InterruptedException {
    long template = Api.newTemplate(2);
    String word = Api.newName();
    for (int i = 0; i < 60; i++) {
      Api.post(
          "/templates/" + template + "/sensors",
          "{\"name\": \"%s-%02d\", \"x\": %d, \"y\": 0, \"z\": 0}".formatted(word, i, -i));
    }

    String first = get(LIST + "sensors&sort=-name&q=" + word).body();
    String second = get(LIST + "sensors&sort=-name&page=2&q=" + word).body();
    String none = get(LIST + "sensors&q=%25" + word).body();

    assertThat(names(first, word)).hasSize(50).startsWith(word + "-59", word + "-58");
    assertThat(names(second, word)).hasSize(10).endsWith(word + "-00");
    assertThat(names(get(LIST + "sensors&sort=x&q=" + word).body(), word)).startsWith(word + "-59");
    assertThat(names(none, word)).as("the percent sign is searched for itself").isEmpty();
    assertThat(names(get(LIST + "sensors&field=troll&q=" + word).body(), word)).isEmpty();
  }

  private static List<String> names(String page, String word) {
    return Pattern.compile("<span>(" + word + "-\\d\\d)</span>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void wishThatMakesNoSenseIsToldWithWhatIsAllowed() throws IOException, InterruptedException {
    assertRefused("nix", 404, "There is no such list");
    assertRefused("sensors&sort=nix", 422, "The sort (nix) must be one of");
    assertRefused("sensors&page=999999", 422, "The page (999999) must be");
    assertRefused("sensors&page=x", 422, "The page (x) must be a whole number");
    assertRefused("sensors&field=%3Cscript%3E", 422, "must be one of trestakk");
    assertRefused("sensor-events&sensor=nobody", 422, "There is no sensor nobody");
    assertRefused("sensor-events&from=tomorrow", 422, "must be a time in UTC");
    assertRefused("time-series-data&sort=ppmv", 422, "Choose a sensor first");
    assertThat(get("/admin/record.xhtml?of=sensors&id=999999999").statusCode()).isEqualTo(404);
    assertThat(get("/admin/edit.xhtml?of=jobs").statusCode()).isEqualTo(409);
  }

  private static void assertRefused(String list, int status, String message)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get(LIST + list);
    assertThat(answer.statusCode()).as(list).isEqualTo(status);
    assertThat(answer.body()).as(list).contains(message).doesNotContain("<script>:");
  }

  @Test
  void mistakesAreToldAtTheFieldsAndADeletionIsUndone() {
    String name = Api.newName();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/admin/edit.xhtml?of=templates");
      page.fill("[name=angleFromNorth]", "400");
      page.click("#save");
      assertThat(page.locator("[data-wrong=true]")).hasCount(2);
      assertThat(page.locator("#help-angleFromNorth")).containsText("must be from 0 to 360");
      visit.expect(422);

      page.fill("[name=name]", name);
      page.fill("[name=angleFromNorth]", "40,5");
      page.click("#save");
      assertThat(page.locator("h1")).containsText(name);
      long id = Long.parseLong(page.url().replaceAll(".*&id=(\\d+).*", "$1"));
      assertThat(Api.get("/templates/" + id).result()).containsEntry("angleFromNorth", 40.5);
      long sensor =
          Api.post(
                  "/templates/" + id + "/sensors",
                  "{\"name\": \"%s\", \"x\": 1, \"y\": 2, \"z\": 3}".formatted(Api.newName()))
              .id();
      Api.importCsv(sensor, Readings.quiet(0, 5));

      page.click(".actions .danger");
      assertThat(page.locator("#deletion")).containsText("Time series data");
      page.click("#delete");
      assertThat(page.locator(".notice")).containsText(name);
      assertThat(Api.get("/sensors/" + sensor).status()).isEqualTo(404);

      page.click(".notice input[type=submit]");
      assertThat(page.locator(".notice")).containsText("It is back");
      assertThat(Api.get("/sensors/" + sensor + "/time-series-data").list()).hasSize(5);
      assertThat(Api.importCsv(sensor, Readings.quiet(5, 1)).status()).isEqualTo(200);
    }
  }

  @Test
  void readingIsCorrectedWithItsHistoryAndItsRemovalIsUndone() {
    long sensor = Plant.quietSensor();
    String readings = "/sensors/" + sensor + "/time-series-data";
    Object id = Api.get(readings + "?limit=201").list().get(200).get("id");
    try (Visit visit = new Visit()) {
      Page page = visit.open("/admin/edit.xhtml?of=time-series-data&id=" + id);
      page.fill("[name=ppmv]", "77,77");
      page.click("#save");
      assertThat(page.locator("dl")).containsText("77.77");
      assertThat(Api.get(readings + "/corrections").list()).hasSize(1);

      visit.open("/admin/delete.xhtml?of=time-series-data&id=" + id).click("#delete");
      assertThat(page.locator(".notice")).containsText("Reading");
      assertThat(Api.get(readings).list()).hasSize(299);

      page.click(".notice input[type=submit]");
      assertThat(page.locator(".notice")).containsText("It is back");
      assertThat(Api.get(readings).list()).hasSize(300);
      Eventually.see(
          () -> Api.get("/sensors/" + sensor + "/anomaly-detections"),
          detections -> detections.list().size() == 300);
      assertThat(Api.get("/sensors/" + sensor + "/anomaly-detections").list()).hasSize(300);
    }
  }

  @Test
  void backtestShowsWhichDetectorToUseAndItIsUsed() {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 2500));
    Object tag = Api.get("/sensors/" + sensor).result().get("name");
    try (Visit visit = new Visit()) {
      Page page = visit.open("/admin/backtests.xhtml?sensors=" + sensor);
      page.uncheck("[name=detectors][value=random-cut-forest]");
      page.fill("#peaks", "100, 900");
      page.fill("#durations", "6");
      page.fill("#perPeak", "4");
      page.click("#start");
      assertThat(page.locator("svg.recall[role=img]"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
      assertThat(page.locator("svg.recall[role=img] circle")).hasCount(6);
      assertThat(page.locator("table.figures tbody tr")).hasCount(3);
      visit.picture("admin-backtest-result");

      page.selectOption("select[name=use]", "threshold");
      page.click("#useIt");
      assertThat(page.locator(".notice")).containsText(tag.toString());
      assertThat(Api.get("/sensors/" + sensor + "/detector").result())
          .containsEntry("id", "threshold");
      visit.open("/admin/backtests.xhtml");
      assertThat(page.locator("section table tbody tr").first()).containsText("Done");
    }
  }

  @Test
  void shadowDetectorHasTheSettingsOfItsForm() {
    long sensor = Api.newSensor();
    String shadows = "/sensors/" + sensor + "/shadow-detectors";
    try (Visit visit = new Visit()) {
      Page page = visit.open("/admin/detector.xhtml?detector=threshold&sensor=" + sensor);
      page.fill("[name='setting.limit']", "nothing");
      page.click("#watch");
      assertThat(page.locator(".notice")).containsText("limit");
      visit.expect(422);

      page.fill("[name='setting.limit']", "250,5");
      page.click("#watch");
      assertThat(page.locator(".notice")).isVisible();
      assertThat(Api.get(shadows).body()).contains("threshold", "250.5");
      visit.open("/admin/detector.xhtml?detector=threshold&sensor=" + sensor);
      assertThat(page.locator("[name='setting.limit']")).hasValue("250.5");

      page.check("[name=shadow][value=matrix-profile]");
      page.click("#keepShadows");
      assertThat(page.locator(".notice")).isVisible();
      assertThat(Api.get(shadows).body()).contains("250.5", "matrix-profile");
    }
  }

  @Test
  void expiredViewIsExplained() {
    try (Visit visit = new Visit()) {
      Page page = visit.open("/admin/edit.xhtml?of=templates");
      page.locator("#record")
          .evaluate(
              "form => form.querySelector('[name=\"jakarta.faces.ViewState\"]').value = 'gone'");
      page.click("#save");
      assertThat(page.locator("h1")).containsText("too long");
      visit.expect(409);
    }
  }
}
