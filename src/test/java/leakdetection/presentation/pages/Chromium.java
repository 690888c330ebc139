package leakdetection.presentation.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The one real browser of a test run. Where the machine has none, it gets one by itself: Debian's
 * package on Debian as root, else Playwright's own download. Where neither can be had, the tests of
 * the pages are skipped with the reason; with {@code CI=true} they fail.
 */
final class Chromium {

  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** A page never asks another host, so the browser must not either. */
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private static Browser shared;
  private static String missing;

  private Chromium() {}

  /** Returns the browser, which lives until the end of the run. */
  static synchronized Browser get() {
    if (shared == null && missing == null) {
      start();
    }
    if (shared == null) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(missing);
      }
      Assumptions.abort(missing);
    }
    return shared;
  }

  private static void start() {
    try {
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      LaunchOptions options = new LaunchOptions().setArgs(QUIET);
      installed().or(Chromium::fromDebian).ifPresent(options::setExecutablePath);
      if (options.executablePath == null) {
        download();
      }
      shared = playwright.chromium().launch(options);
    } catch (PlaywrightException | IOException | InterruptedException failure) {
      missing = "No Chromium for the tests of the pages: " + failure.getMessage();
    }
  }

  private static Optional<Path> installed() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM_PATH")), USUAL.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> fromDebian() {
    boolean possible =
        Files.exists(Path.of("/etc/debian_version"))
            && System.getProperty("user.name").equals("root");
    if (possible
        && run(List.of("apt-get", "update", "-qq"), Map.of())
        && run(
            List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
            Map.of("DEBIAN_FRONTEND", "noninteractive"))) {
      return installed();
    }
    return Optional.empty();
  }

  private static void download() throws IOException, InterruptedException {
    ProcessBuilder install = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
    install.command().addAll(List.of("install", "chromium"));
    if (!finished(install)) {
      throw new IOException("neither Debian's package nor Playwright's own can be had");
    }
  }

  private static boolean run(List<String> command, Map<String, String> environment) {
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(environment);
    try {
      return finished(process);
    } catch (IOException impossible) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean finished(ProcessBuilder process) throws IOException, InterruptedException {
    Process running =
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!running.waitFor(5, TimeUnit.MINUTES)) {
      running.destroyForcibly();
      return false;
    }
    return running.exitValue() == 0;
  }
}
