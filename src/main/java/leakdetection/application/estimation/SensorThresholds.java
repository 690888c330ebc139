package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.detection.Assignment;
import leakdetection.application.detection.DetectableRise;
import leakdetection.application.detection.DetectorChoice;
import leakdetection.application.detection.PluginThreads;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.Thresholds;
import leakdetection.domain.sensors.Sensor;

/** Finds which rise the detectors in force need, and remembers it while they stay as they are. */
@ApplicationScoped
class SensorThresholds {

  /** More than there are sensors; beyond it everything is found anew. */
  private static final int REMEMBERED = 1_000;

  @Inject DetectorChoice choice;
  @Inject PluginThreads plugins;

  private final Map<Key, OptionalDouble> known = new ConcurrentHashMap<>();

  /** Everything that the rise depends on. */
  private record Key(String fingerprint, Thresholds thresholds, Duration held) {}

  /**
   * Returns the thresholds of sensors, in their order.
   *
   * @param notes gets a sentence for each sensor that nothing is seen by
   * @throws RefusedException if no sensor has a threshold
   */
  List<DetectionLimits.SensorThreshold> of(
      List<Sensor> sensors, DetectionLimitWish wish, List<String> notes) {
    if (wish.threshold().isPresent()) {
      double given = wish.threshold().get();
      return sensors.stream()
          .map(sensor -> new DetectionLimits.SensorThreshold(sensor.name(), "", given))
          .toList();
    }
    List<DetectionLimits.SensorThreshold> found = new ArrayList<>();
    for (Sensor sensor : sensors) {
      Assignment assignment = choice.of(sensor.id());
      OptionalDouble rise = rise(assignment, wish.held());
      if (rise.isEmpty()) {
        notes.add(
            "Sensor %s does not count: no threshold was found for its detector %s."
                .formatted(sensor.name(), assignment.detector().id()));
      }
      found.add(
          new DetectionLimits.SensorThreshold(
              sensor.name(), assignment.detector().id(), rise.orElse(Double.POSITIVE_INFINITY)));
    }
    if (found.stream().allMatch(threshold -> Double.isInfinite(threshold.ppmv()))) {
      throw DetectionLimitWish.refused(
          "threshold",
          "No threshold was found for the detectors of the sensors. Give one, such as threshold=50 (ppmv).");
    }
    return found;
  }

  private OptionalDouble rise(Assignment assignment, Duration held) {
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    return known.computeIfAbsent(
        new Key(assignment.fingerprint(), assignment.thresholds(), held),
        key -> DetectableRise.of(assignment, held, plugins));
  }
}
