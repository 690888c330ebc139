package leakdetection.infrastructure.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import leakdetection.application.detection.DetectorCatalogue;
import leakdetection.application.detection.DetectorCatalogueOpener;

/** Opens the catalogue for the command line. */
public final class PluginDirectoryOpener implements DetectorCatalogueOpener {

  @Override
  public DetectorCatalogue open(Optional<Path> plugins, Executor executor) throws IOException {
    if (plugins.isPresent() && !Files.isDirectory(plugins.get())) {
      throw new NoSuchFileException(plugins.get().toString(), null, "there is no such folder");
    }
    return new PluginDirectory(plugins, getClass().getClassLoader(), executor);
  }
}
