package leakdetection.infrastructure.plugins;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.PluginThreads;
import leakdetection.application.settings.ProductSettings;

/** Opens the server's catalogue: the built-in detectors and the jars of {@code PLUGINS_DIR}. */
@ApplicationScoped
public class InstalledCatalogue {

  @Resource(lookup = "concurrent/threads")
  ManagedThreadFactory factory;

  @Produces
  @Singleton
  PluginThreads threads() {
    return new PluginThreads(factory);
  }

  void close(@Disposes PluginThreads threads) {
    threads.close();
  }

  @Produces
  @Singleton
  DetectorCatalogue open(ProductSettings settings, PluginThreads threads) throws IOException {
    return new PluginDirectory(
        Optional.of(settings.folders().plugins()),
        InstalledCatalogue.class.getClassLoader(),
        threads,
        settings.pluginChecksums());
  }

  void close(@Disposes DetectorCatalogue catalogue) {
    catalogue.close();
  }
}
