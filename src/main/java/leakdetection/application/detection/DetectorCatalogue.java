package leakdetection.application.detection;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The detectors that are installed at the moment, and the plug-ins that were refused.
 *
 * <p>Thread-safe. A detector already handed out stays usable until its jar is removed.
 */
public interface DetectorCatalogue extends AutoCloseable {

  /** Returns the installed detectors, by id. */
  List<InstalledDetector> installed();

  /** Returns what was refused at the last reading of the plug-ins, with the reason. */
  List<RefusedPlugin> refused();

  /**
   * Reads the plug-in jars again: new ones are added, changed ones replaced, missing ones removed.
   *
   * @return what changed, in an order fit for messages to the operators
   * @throws IOException if the folder of the plug-ins cannot be read; nothing changes
   */
  CatalogueChanges refresh() throws IOException;

  /** Removes all plug-ins and frees their jars. */
  @Override
  void close();

  /** Returns the detector of this id, if it is installed. */
  default Optional<InstalledDetector> find(String id) {
    return installed().stream().filter(detector -> detector.id().equals(id)).findFirst();
  }

  /**
   * Returns the detector of this id.
   *
   * @throws UnknownDetectorException if it is not installed; the message lists those that are
   */
  default InstalledDetector get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new UnknownDetectorException(
                    id, installed().stream().map(InstalledDetector::id).toList()));
  }
}
