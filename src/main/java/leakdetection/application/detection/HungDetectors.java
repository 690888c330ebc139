package leakdetection.application.detection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detectors that did not return from a call and are not called again: a plug-in by its jar, a
 * built-in one by what it was made from. Thread-safe.
 */
final class HungDetectors {

  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  void add(Assignment assignment) {
    keys.add(key(assignment));
  }

  boolean contains(Assignment assignment) {
    return keys.contains(key(assignment));
  }

  private static String key(Assignment assignment) {
    InstalledDetector detector = assignment.detector();
    return detector.isBuiltIn()
        ? assignment.fingerprint()
        : detector.id() + "|" + detector.sha256();
  }
}
