package leakdetection.infrastructure.plugins;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.PluginChanges;
import leakdetection.application.settings.ProductSettings;

/**
 * Looks into {@code PLUGINS_DIR} every second. A jar is read once it has stayed the same between
 * two looks, so that one that is still being copied is left alone.
 */
@ApplicationScoped
public class PluginWatch {

  private static final Logger LOG = Logger.getLogger(PluginWatch.class.getName());

  @Inject ProductSettings settings;
  @Inject DetectorCatalogue catalogue;
  @Inject PluginChanges changes;

  @Resource(lookup = "concurrent/scheduled")
  ManagedScheduledExecutorService timer;

  private ScheduledFuture<?> looking;
  private Map<String, String> seen = Map.of();
  private Map<String, String> read = Map.of();

  void onStart(@Observes @Priority(450) Startup start) throws IOException {
    changes.atStart(catalogue);
    seen = listing();
    read = seen;
    looking = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      Map<String, String> now = listing();
      boolean settled = now.equals(seen);
      seen = now;
      if (settled && !now.equals(read)) {
        changes.apply(catalogue.refresh());
        read = now;
      }
    } catch (IOException | RuntimeException failure) {
      LOG.log(Level.WARNING, "The plug-ins could not be read; it is tried again.", failure);
    }
  }

  /** Returns size and age of each jar by its name. */
  private Map<String, String> listing() throws IOException {
    Map<String, String> listing = new TreeMap<>();
    try (Stream<Path> files = Files.list(settings.folders().plugins())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jar")).toList()) {
        listing.put(
            file.getFileName().toString(),
            Files.size(file) + " bytes, " + Files.getLastModifiedTime(file));
      }
    } catch (NoSuchFileException nobodyMadeIt) {
      return Map.of();
    }
    return listing;
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }
}
