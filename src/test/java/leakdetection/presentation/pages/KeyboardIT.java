package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Api;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operators' pages without a mouse, and as a screen reader is told of them. */
class KeyboardIT extends RunningServer {

  private static final int MOST_TABS = 2000;

  /** Remembers what must be reached; of radio buttons of one name the browser stops at one. */
  private static final String EXPECT =
      """
      () => {
        const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
        window.expected = all.filter((it) => it.checkVisibility({visibilityProperty: true}) && !it.disabled
            && it.type !== 'hidden' && it.type !== 'radio');
        window.reached = [];
        window.complaints = [];
        document.activeElement.blur();
      }
      """;

  private static final String LOOK =
      """
      () => {
        const here = document.activeElement;
        if (here === document.body || here === window.reached[0]) { return true; }
        const before = window.reached[window.reached.length - 1];
        if (before === here) { return false; }
        const told = here.outerHTML.slice(0, 120);
        if (before && !(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) {
          window.complaints.push('out of order: ' + told);
        }
        const style = getComputedStyle(here);
        const halo = here.querySelector?.('.halo');
        const ring = halo ? getComputedStyle(halo).stroke !== getComputedStyle(halo).fill : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        if (!ring) { window.complaints.push('focus is not seen: ' + told); }
        window.reached.push(here);
        return false;
      }
      """;

  private static final String MISSED =
      """
      () => [...window.complaints, ...window.expected.filter((it) => it.isConnected && it.checkVisibility() && !it.disabled
          && !window.reached.includes(it)).map((it) => 'not reached: ' + it.outerHTML.slice(0, 120))]
      """;

  /** One heading of the first level, first; none skips a level. */
  private static final String HEADINGS =
      """
      () => {
        const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter((it) => it.checkVisibility()).map((it) => Number(it.tagName[1]));
        const skips = levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1);
        return levels.filter((level) => level === 1).length === 1 && levels[0] === 1 && skips.length === 0 ? '' : levels.join();
      }
      """;

  private static final Map<String, String> PAGES = new TreeMap<>();

  @BeforeAll
  static void makeSomethingToLookAt() {
    long sensor = Plant.criticalSensor();
    PAGES.putAll(Plant.operatorsPages(sensor));
    PAGES.put("events", "/events/index.xhtml?sensor=" + sensor);
    PAGES.put("sign-in", "/security/sign-in.xhtml");
  }

  @Test
  void everyActionIsReachedInOrderAndTheFocusIsSeen() {
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> entry : PAGES.entrySet()) {
      try (Visit visit = new Visit()) {
        Page page = visit.open(entry.getValue());
        if (!entry.getKey().equals("sign-in")) {
          visit.settle();
        }
        all.assertThat((String) page.evaluate(HEADINGS))
            .as("headings of %s", entry.getKey())
            .isEmpty();
        page.evaluate(EXPECT);
        for (int i = 0; i < MOST_TABS; i++) {
          page.keyboard().press("Tab");
          if ((boolean) page.evaluate(LOOK)) {
            break;
          }
        }
        all.assertThat((List<?>) page.evaluate(MISSED)).as(entry.getKey()).isEmpty();
        all.assertThat((int) page.evaluate("() => window.reached.length"))
            .as("stops on %s", entry.getKey())
            .isGreaterThan(5);
      }
    }
    all.assertAll();
  }

  @Test
  void newAlarmIsReadAloudAndClosedByKey() {
    long sensor = Plant.quietSensor();
    String tag = Api.get("/sensors/" + sensor).result().get("name").toString();
    try (Visit visit = new Visit()) {
      Page page = visit.open("/templates/index.xhtml");
      visit.settle();
      assertThat(page.locator("[role=log][aria-live=assertive]")).hasId("toasts");
      assertThat(page.locator("[role=status] #alarms")).isVisible();
      Plant.gas(sensor);
      // Other tests' sensors may still be told about.
      Locator toast =
          page.locator("#toasts .toast[data-type=alert_critical]")
              .filter(new Locator.FilterOptions().setHasText(tag));
      assertThat(toast).isVisible();

      toast.locator("button").focus();
      page.keyboard().press("Enter");
      assertThat(toast).hasCount(0);
    }
  }
}
