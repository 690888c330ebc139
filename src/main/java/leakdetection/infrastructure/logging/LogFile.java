package leakdetection.infrastructure.logging;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.application.settings.ProductSettings;
import leakdetection.application.settings.ProductSettings.Log;

/**
 * Writes what the product tells to {@code logs/leak-detection.0.log}; full files are renamed to
 * {@code .1}, {@code .2} and so on.
 *
 * <p>A log that cannot be written is told on the console and stops nothing.
 */
@ApplicationScoped
public class LogFile {

  /** When in the start-up the log is opened: first after the settings. */
  private static final int PRIORITY = 2;

  private static final Path FOLDER = Path.of("logs").toAbsolutePath();

  /** Kept here, because a logger that nobody holds may be forgotten with its handlers. */
  private static final Logger PRODUCT = Logger.getLogger("leakdetection");

  private Handler handler;

  void open(@Observes @Priority(PRIORITY) Startup event, ProductSettings settings) {
    try {
      handler = open(FOLDER, settings.log());
      PRODUCT.setLevel(settings.log().level());
      PRODUCT.addHandler(handler);
    } catch (IOException e) {
      PRODUCT.log(Level.WARNING, "No log can be written to {0}: {1}", new Object[] {FOLDER, e});
    }
  }

  @PreDestroy
  void close() {
    if (handler != null) {
      PRODUCT.removeHandler(handler);
      handler.close();
    }
  }

  static Handler open(Path folder, Log log) throws IOException {
    Files.createDirectories(folder);
    String pattern = folder.toString().replace("%", "%%") + "/leak-detection.%g.log";
    Handler handler = new FileHandler(pattern, log.maxSize(), log.files(), true);
    handler.setEncoding(StandardCharsets.UTF_8.name());
    handler.setFormatter(new LogLine());
    handler.setLevel(log.level());
    return handler;
  }
}
