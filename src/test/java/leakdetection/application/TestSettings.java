package leakdetection.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.AnomalyDetection;
import leakdetection.application.settings.ProductSettings.Baselines;
import leakdetection.application.settings.ProductSettings.Feeds;
import leakdetection.application.settings.ProductSettings.Folders;
import leakdetection.application.settings.ProductSettings.Kept;
import leakdetection.application.settings.ProductSettings.Log;
import leakdetection.application.settings.ProductSettings.Security;
import leakdetection.application.settings.ProductSettings.Server;

/** Settings for tests of which only one matters. */
public final class TestSettings {

  private TestSettings() {}

  /**
   * @param window number of readings compared at once
   */
  public static ProductSettings withWindow(int window) {
    Path here = Path.of("").toAbsolutePath();
    return new ProductSettings(
        true,
        here.resolve("unused.sqlite3"),
        new Feeds(Duration.ZERO, Duration.ZERO),
        false,
        new AnomalyDetection(100, 200, window, window / 2),
        new Baselines(Duration.ofDays(15), Duration.ofDays(30)),
        List.of(),
        new Server("127.0.0.1", 8000, false),
        new Kept(Duration.ofDays(3650), 7),
        new Folders(here, here, here, here),
        new Log(Level.INFO, 1000, 1),
        new Security(Optional.empty(), Duration.ofHours(1), Duration.ofHours(12), Optional.empty()),
        Set.of());
  }
}
