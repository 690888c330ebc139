package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.Test;

/** From nothing to an alarm, as an operator who puts a new sensor into service sees it. */
class AlarmJourneyIT extends RunningServer {

  @Test
  void anOperatorCreatesATemplateAndASensorAndWatchesItGoCritical() {
    String template = Api.newName();
    String tag = Api.newName();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/templates/index.xhtml");
      page.locator("a[href='/templates/new.xhtml?id=2']").click();
      page.locator("[name=name]").fill(template);
      page.locator("[name=angleFromNorth]").fill("400");
      page.locator("button.first").click();
      assertThat(page.locator("#wrong-angleFromNorth")).containsText("0 to 360 degrees");
      visit.expect(422);
      page.locator("[name=angleFromNorth]").fill("45");
      page.locator("button.first").click();

      assertThat(page.locator("h1")).hasText(template);
      page.locator("a[href^='/sensors/new.xhtml']").click();
      page.locator("[name=name]").fill(tag);
      page.locator("[name=x]").fill("1,5");
      page.locator("[name=y]").fill("-2");
      page.locator("[name=z]").fill("3");
      page.locator("button.first").click();

      assertThat(page.locator("h1")).hasText(tag);
      long sensor = Long.parseLong(page.locator("#sensor").getAttribute("data-id"));
      Plant.quiet(sensor);
      assertThat(page.locator("#sensor")).hasAttribute("data-state", "ok");
      Plant.gas(sensor);

      assertThat(page.locator("#sensor")).hasAttribute("data-state", "critical");
      assertThat(
              page.locator(".toast[data-type=alert_critical]")
                  .filter(new Locator.FilterOptions().setHasText(tag))
                  .first())
          .isVisible();
      assertThat(page.locator("#sensor-events li[data-state=critical]")).hasCount(1);
      assertThat(page.locator("#alarms")).hasAttribute("data-state", "critical");
      assertThat(page.locator("#plan [data-here=true]")).hasAttribute("data-state", "critical");
      assertThat(page.locator("#why-summary")).hasText(Pattern.compile("ppmv"));
      visit.picture("journey-alarm");

      page.locator("header a[href='/']").first().click();
      assertThat(page.locator("#sensors [data-id='%d']".formatted(sensor)))
          .hasAttribute("data-state", "critical");
    }
  }

  @Test
  void aPageThatHearsNothingDoesNotSayThatThereIsNoAlarm() {
    try (Visit visit = new Visit()) {
      visit.page().addInitScript("window.WebSocket = class extends EventTarget {}");
      Page page = visit.open("/templates/index.xhtml");

      assertThat(page.locator("#clock-utc")).containsText("UTC");
      assertThat(page.locator("#alarms")).hasText("Alarms not known");
      assertThat(page.locator("#alarms")).hasAttribute("data-state", "undefined");
    }
  }

  @Test
  void whatLastedIsFoundAgainAfterwards() {
    long sensor = Plant.criticalSensor();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/events/index.xhtml?sensor=" + sensor + "&type=critical");
      assertThat(page.locator("#events tbody tr")).hasCount(1);
      page.locator("#events a[data-around]").click();
      assertThat(page.locator("#summary")).containsText("critical");
      String summary = page.locator("#summary").textContent();
      assertThat(summary).doesNotContain(" 0 critical").contains("800");

      page.locator("#chart").focus();
      page.keyboard().press("ArrowLeft");
      assertThat(page.locator("#summary")).not().hasText(summary);
      page.keyboard().press("Home");
      assertThat(page.locator("#summary")).containsText("2024-0");
    }
  }
}
