package leakdetection.presentation.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import leakdetection.RunningServer;
import leakdetection.domain.security.Role;
import leakdetection.presentation.security.People;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each role is shown what it may do, and nothing else. */
class RolesIT extends RunningServer {

  private static final List<String> OPERATORS =
      List.of("#pin", "#feedback", "#estimate", "details.lesson");
  private static final List<String> ENGINEERS =
      List.of("#selection", "#augmentation", "#dry-run", "#versions button");

  private static long sensor;
  private static Object template;

  @BeforeAll
  static void teachASensor() {
    sensor = Plant.criticalSensor();
    template = Api.get("/sensors/" + sensor).result().get("templateId");
    Api.send("PATCH", "/sensors/" + sensor + "/pin/toggle", null, null);
    Object event = Api.get("/events/sensors/" + sensor).list().get(0).get("id");
    Api.post("/events/sensors/" + event + "/feedback", "{\"verdict\": \"not_a_leak\"}");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void seesWhatItMayDo(Role role) {
    boolean operator = role.includes(Role.OPERATOR);
    boolean engineer = role.includes(Role.ENGINEER);
    try (Visit visit = new Visit()) {
      Page page = signIn(visit, role);
      shows(page, "nav a[href='/admin/index.xhtml']", engineer);

      visit.open("/sensors/sensor.xhtml?id=" + sensor);
      assertThat(page.locator("#versions tr")).hasCount(2);
      assertThat(page.locator("#sensor-events")).containsText("version 2");
      OPERATORS.forEach(control -> shows(page, control, operator));
      ENGINEERS.forEach(control -> shows(page, control, engineer));
      visit.picture("sensor-of-" + role.label());

      visit.open("/templates/template.xhtml?id=" + template);
      shows(page, "a[href^='/sensors/new.xhtml']", operator);
      visit.open("/templates/index.xhtml");
      shows(page, "a[href^='/templates/new.xhtml']", operator);
      visit.open("/sensors/dashboard.xhtml");
      assertThat(page.locator("#pinned > li").first()).isVisible();
      shows(page, "[data-act=unpin]", operator);
      if (engineer) {
        visit.open("/admin/index.xhtml");
        shows(page, "nav a[href='/security/users.xhtml']", role == Role.ADMINISTRATOR);
        shows(page, "nav a[href='/admin/deleted.xhtml']", true);
      }
    }
  }

  /** The visit's end tells of every refusal. */
  @Test
  void viewerIsRefusedNothingThatThePagesOffer() {
    try (Visit visit = new Visit()) {
      Page page = signIn(visit, Role.VIEWER);
      for (String path :
          List.of(
              "/",
              "/sensors/dashboard.xhtml",
              "/templates/template.xhtml?id=" + template,
              "/sensors/sensor.xhtml?id=" + sensor)) {
        visit.open(path);
        assertThat(page.locator("#connection")).hasAttribute("data-state", "live");
        for (Locator button : page.locator("main button:visible").all()) {
          button.click();
        }
      }
      Stream<Object> links =
          ((List<?>)
                  page.evaluate(
                      "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.pathname + a.search)"))
              .stream().map(Object.class::cast);
      for (Object link : links.filter(href -> href.toString().contains(".xhtml")).toList()) {
        assertThat(page.request().get(uri(link.toString()).toString()).status())
            .as("%s", link)
            .isEqualTo(200);
      }
    }
  }

  private static Page signIn(Visit visit, Role role) {
    String name = Api.newName();
    People.add(name, role);
    return visit.signIn(name, People.PASSWORD);
  }

  private static void shows(Page page, String control, boolean shown) {
    if (shown) {
      assertThat(page.locator(control).first()).isVisible();
    } else {
      assertThat(page.locator(control)).hasCount(0);
    }
  }
}
