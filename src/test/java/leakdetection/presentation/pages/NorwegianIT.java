package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import leakdetection.Administrator;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.TextsTest;
import org.junit.jupiter.api.Test;

/** A Norwegian at the pages: what the product says in English elsewhere is Norwegian here. */
class NorwegianIT extends RunningServer {

  private static final Visit.Look NORWEGIAN = Visit.Look.PHONE;

  @Test
  void browserSaysTheSameAsTheServer() {
    try (Visit visit = new Visit(NORWEGIAN)) {
      Page page = visit.open("/events/index.xhtml?kind=messages");
      List<String> english = List.copyOf(TextsTest.SENTENCES.keySet());
      Object said =
          page.evaluate(
              "async (all) => { const { told } = await import('/layout/texts.js'); return all.map(told); }",
              english);
      assertThat(said).isEqualTo(english.stream().map(TextsTest.SENTENCES::get).toList());
    }
  }

  @Test
  void headerIsOneLineOnASmallDesk() {
    try (Visit visit = new Visit(new Visit.Look(1280, 800, ColorScheme.LIGHT, "nb"))) {
      Administrator.authorization();
      Page page = visit.signIn(Administrator.NAME, Administrator.PASSWORD);
      visit.settle();
      page.locator("#sound").click();
      page.locator("#who").evaluate("it => it.textContent = 'administrator.hansen'");
      assertThat(page.locator("header.top").boundingBox().height).isLessThan(70);
      visit.picture("header-norwegian");
    }
  }

  @Test
  void refusalStandsAtItsFieldInNorwegian() {
    try (Visit visit = new Visit(NORWEGIAN)) {
      Page page = visit.open("/templates/new.xhtml?id=1");
      page.locator("[name=name]").fill("Bunnramme");
      page.locator("[name=height]").fill("-1");
      page.locator("button.first").click();
      assertThat(page.locator("#wrong-height"))
          .hasText("«Høyde» (-1,0 m) må være over 0 og høyst 1 000 000 m.");
      visit.expect(422);
    }
  }

  @Test
  void messagesAndReasonsAreNorwegian() {
    long sensor = Plant.criticalSensor();
    String name = (String) Api.get("/sensors/" + sensor).result().get("name");
    try (Visit visit = new Visit(NORWEGIAN)) {
      Page page = visit.open("/events/index.xhtml?kind=messages");
      assertThat(page.locator("main"))
          .containsText("Sensor " + name + " er kritisk: 800,3 ppmv ved");
      page = visit.open("/sensors/sensor.xhtml?id=" + sensor);
      visit.settle();
      assertThat(page.locator("#versions")).containsText("En ny sensor begynner med bankens");
      assertThat(page.locator("#why-summary")).containsText("De siste 144 målingene er");
      page = visit.open("/admin/records.xhtml?of=system-events");
      assertThat(page.locator("main"))
          .containsText("Sensor " + name + " er kritisk: 800,3 ppmv ved");
      page = visit.open("/admin/detectors.xhtml");
      assertThat(page.locator("main")).containsText("Sammenligner det siste døgnet");
      page = visit.open("/admin/settings.xhtml");
      assertThat(page.locator("main")).containsText("et helt tall fra 1 til 65535");
    }
  }
}
