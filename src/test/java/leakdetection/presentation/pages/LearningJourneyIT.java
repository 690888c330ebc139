package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import leakdetection.RunningServer;
import org.junit.jupiter.api.Test;

/** What an operator teaches a sensor, and takes back. */
class LearningJourneyIT extends RunningServer {

  @Test
  void anOperatorAsksWhySaysThatItWasNoLeakAndRollsTheBaselineBack() {
    long sensor = Plant.criticalSensor();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/sensors/sensor.xhtml?id=" + sensor);
      assertThat(page.locator("#versions tr")).hasCount(1);
      Locator alarm = page.locator("#sensor-events li[data-state=critical]");
      alarm.locator("button").first().click();
      assertThat(page.locator("#why-title")).containsText("critical");
      assertThat(page.locator("#why-summary")).containsText("most similar stretch");
      assertThat(page.locator("#why-chart canvas")).isVisible();

      alarm.locator("summary").click();
      alarm.locator("input[value=not_a_leak]").check();
      alarm.locator("input[name=comment]").fill("Drilling nearby");
      alarm.locator("button.first").click();
      assertThat(page.locator("#versions tr")).hasCount(2);
      assertThat(alarm).containsText("Drilling nearby");
      assertThat(alarm).containsText("version 2");

      page.locator("#versions tr").last().locator("button").click();
      assertThat(page.locator("dialog")).containsText("Go back to version 1?");
      page.locator("dialog button.first").click();
      assertThat(page.locator("#versions tr")).hasCount(3);
      assertThat(page.locator("#versions tr").first()).containsText("in force");
      visit.picture("journey-learning");
    }
  }

  @Test
  void aJobShowsItsProgressAndItsEnd() {
    long sensor = Plant.quietSensor();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/sensors/sensor.xhtml?id=" + sensor);
      page.locator("#dry-run").check();
      page.locator("#selection").click();
      assertThat(page.locator("#jobs li").first()).containsText("only tried");
      assertThat(page.locator("#jobs li[data-job=done], #jobs li[data-job=failed]")).hasCount(1);
    }
  }

  @Test
  void aProcedureIsLearnedAndAPinnedSensorIsOnTheDashboard() {
    long sensor = Plant.quietSensor();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/sensors/sensor.xhtml?id=" + sensor);
      page.locator("#feedback").click();
      assertThat(page.locator("#feedback")).hasAttribute("aria-pressed", "true");
      assertThat(page.locator("#feedback-note")).isVisible();
      page.locator("#feedback").click();
      assertThat(page.locator("#feedback-note")).isHidden();

      page.locator("#pin").click();
      assertThat(page.locator("#pin")).hasAttribute("aria-pressed", "true");
      page.locator("a[href='/sensors/dashboard.xhtml']").click();
      Locator card = page.locator("#pinned > li[data-id='%d']".formatted(sensor));
      assertThat(card.locator("canvas")).isVisible();
      card.locator("[data-act=unpin]").click();
      assertThat(card).isHidden();
      page.locator(".toast button.small").click();
      assertThat(card).isVisible();
    }
  }
}
