package leakdetection.presentation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import leakdetection.RunningServer;

/**
 * A person at a browser of their own. At the end nothing may have gone wrong in it: no script
 * failed, no request failed, and none went to another host.
 */
final class Visit implements AutoCloseable {

  private static final double PATIENCE_MS = 30_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** What the person sees with: a window's size, light or dark, and a language. */
  record Look(int width, int height, ColorScheme colours, String language) {

    static final Look DESK = new Look(1280, 800, ColorScheme.LIGHT, "en");
    static final Look WALL = new Look(1920, 1080, ColorScheme.DARK, "en");
    static final Look PHONE = new Look(390, 844, ColorScheme.DARK, "nb");

    @Override
    public String toString() {
      return "%dx%d-%s-%s".formatted(width, height, colours.name().toLowerCase(), language);
    }
  }

  Visit() {
    this(Look.DESK);
  }

  Visit(Look look) {
    context =
        Chromium.get()
            .newContext(
                new NewContextOptions()
                    .setBaseURL(RunningServer.uri("").toString())
                    .setViewportSize(look.width(), look.height())
                    .setColorScheme(look.colours())
                    .setLocale(look.language())
                    .setTimezoneId("Europe/Oslo"));
    context.setDefaultTimeout(PATIENCE_MS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    page = context.newPage();
    page.onPageError(error -> complaints.add("script: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onRequest(
        request -> {
          URI uri = URI.create(request.url());
          if (uri.getHost() != null && !uri.getHost().equals("127.0.0.1")) {
            complaints.add("another host: " + uri);
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url());
          }
        });
  }

  /** Goes to a page; the path begins with a slash. */
  Page open(String path) {
    page.navigate(path);
    return page;
  }

  /** Waits until the page that is open shows what it asked for. */
  void settle() {
    page.waitForLoadState(LoadState.LOAD);
    if (page.locator("[data-page=sign-in]").count() == 0) {
      PlaywrightAssertions.assertThat(page.locator("#connection"))
          .hasAttribute("data-state", "live");
    }
    if (page.locator("#sensor").count() > 0) {
      PlaywrightAssertions.assertThat(page.locator("#why")).hasAttribute("data-empty", "false");
      PlaywrightAssertions.assertThat(page.locator("#versions tr").first()).isVisible();
    }
    if (page.locator("#limits").count() > 0) {
      PlaywrightAssertions.assertThat(page.locator("#busy")).isHidden();
      PlaywrightAssertions.assertThat(page.locator("#map svg")).isVisible();
    }
    if (page.locator("#plan").count() > 0) {
      PlaywrightAssertions.assertThat(page.locator("#plan svg")).isVisible();
    }
  }

  /** Signs in as people do, and returns the page that follows. */
  Page signIn(String name, String password) {
    open("/security/sign-in.xhtml");
    page.fill("[id='signIn:name']", name);
    page.fill("[id='signIn:password']", password);
    page.click("[id='signIn:go']");
    PlaywrightAssertions.assertThat(page.locator("#who")).hasText(name);
    return page;
  }

  /** Returns the page that is open. */
  Page page() {
    return page;
  }

  /** Forgets the refusals with this status, which a test provoked. */
  void expect(int status) {
    complaints.removeIf(
        complaint ->
            complaint.startsWith(status + " ")
                || complaint.contains("the server responded with a status of " + status));
  }

  /** Keeps a picture of the whole page as build output. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", name + ".png"))
            .setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
