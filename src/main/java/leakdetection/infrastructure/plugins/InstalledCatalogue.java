package leakdetection.infrastructure.plugins;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.settings.ProductSettings;

/** Opens the server's catalogue: the built-in detectors and the jars of {@code PLUGINS_DIR}. */
@ApplicationScoped
public class InstalledCatalogue {

  @Resource(lookup = "concurrent/jobs")
  ManagedExecutorService executor;

  @Produces
  @Singleton
  DetectorCatalogue open(ProductSettings settings) throws IOException {
    return new PluginDirectory(
        Optional.of(settings.folders().plugins()),
        InstalledCatalogue.class.getClassLoader(),
        executor);
  }

  void close(@Disposes DetectorCatalogue catalogue) {
    catalogue.close();
  }
}
