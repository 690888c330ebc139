package leakdetection.application.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Opens the catalogue where there is no container to inject it; found through {@link
 * java.util.ServiceLoader}, so that the command line needs to know no implementation.
 */
public interface DetectorCatalogueOpener {

  /**
   * Reads the built-in detectors and the jars of a folder.
   *
   * @param plugins the folder of the plug-in jars, if there is one
   * @param executor runs the code of plug-ins while they are read, so that one that hangs is given
   *     up; needs at least one free thread
   * @throws IOException if the folder cannot be read
   */
  DetectorCatalogue open(Optional<Path> plugins, Executor executor) throws IOException;
}
