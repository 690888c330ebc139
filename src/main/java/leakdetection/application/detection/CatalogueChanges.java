package leakdetection.application.detection;

import java.util.List;

/**
 * What reading the plug-ins again changed.
 *
 * @param added detectors that are new or come from a changed jar
 * @param removed detectors that are gone or were replaced
 * @param refused plug-ins refused now that were not refused before
 */
public record CatalogueChanges(
    List<InstalledDetector> added, List<InstalledDetector> removed, List<RefusedPlugin> refused) {

  public CatalogueChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    refused = List.copyOf(refused);
  }
}
