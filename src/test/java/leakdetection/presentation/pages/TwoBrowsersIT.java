package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import leakdetection.RunningServer;
import leakdetection.presentation.web.Eventually;
import org.junit.jupiter.api.Test;

/** Two people look at the same time. */
class TwoBrowsersIT extends RunningServer {

  @Test
  void bothSeeTheSameEventsInTheSameOrder() {
    long first = Plant.quietSensor();
    long second = Plant.quietSensor();
    try (Visit one = new Visit();
        Visit other = new Visit(Visit.Look.WALL)) {
      Page here = one.open("/");
      Page there = other.open("/");
      assertThat(here.locator("#connection")).hasAttribute("data-state", "live");
      assertThat(there.locator("#connection")).hasAttribute("data-state", "live");
      assertThat(here.locator(card(first))).hasAttribute("data-state", "ok");

      Plant.gas(first);
      Plant.gas(second);

      for (Page page : List.of(here, there)) {
        assertThat(page.locator(card(first))).hasAttribute("data-state", "critical");
        assertThat(page.locator(card(second))).hasAttribute("data-state", "critical");
        assertThat(page.locator(change(first)).first()).isVisible();
        assertThat(page.locator(change(second)).first()).isVisible();
      }
      showTheSame(here.locator("#changes li"), there.locator("#changes li"));
      showTheSame(here.locator("#messages li"), there.locator("#messages li"));
    }
  }

  /** Other tests' sensors go on changing, so that one list may be an item ahead for a moment. */
  private static void showTheSame(Locator here, Locator there) {
    List<List<String>> seen =
        Eventually.see(
            () -> List.of(here.allTextContents(), there.allTextContents()),
            lists -> lists.get(0).equals(lists.get(1)));
    assertThat(seen.get(0)).isEqualTo(seen.get(1));
  }

  private static String card(long sensor) {
    return "#sensors .sensor[data-id='%d']".formatted(sensor);
  }

  private static String change(long sensor) {
    return "#changes li[data-state=critical]:has(a[href$='id=%d'])".formatted(sensor);
  }
}
