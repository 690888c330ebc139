package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.application.Writer;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.detection.ShadowDetector;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.detection.ShadowScore;
import leakdetection.domain.sensors.Sensor;
import leakdetection.spi.InvalidSettingsException;

/** Keeps which detectors judge a sensor silently, and gives out what they said. */
@ApplicationScoped
public class SecondOpinions {

  /** How many detectors may judge a sensor silently. */
  private static final int MOST = 8;

  @Inject Writer writer;
  @Inject SensorRegistry sensors;
  @Inject DetectorCatalogue catalogue;
  @Inject Assignments assignments;
  @Inject ShadowRepository shadows;
  @Inject DetectionPipeline pipeline;

  /**
   * Returns the detectors that judge a sensor silently.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<ShadowDetector> of(long sensorId) {
    sensors.get(sensorId);
    return shadows.of(sensorId);
  }

  /**
   * Chooses the detectors that judge a sensor silently; what others said is removed with them.
   *
   * @param wanted settings by parameter name, by detector
   * @throws RefusedException if there is no such sensor, detector or setting, or there are too many
   */
  public List<ShadowDetector> choose(long sensorId, Map<String, Map<String, Double>> wanted) {
    Sensor sensor = sensors.get(sensorId);
    if (wanted.size() > MOST) {
      throw RefusedException.invalid(
          "detectors",
          "At most %d detectors may judge a sensor silently, not %d."
              .formatted(MOST, wanted.size()));
    }
    wanted.forEach((id, settings) -> check(sensor, id, settings));
    List<ShadowDetector> chosen = writer.write(() -> replace(sensorId, wanted));
    pipeline.renewShadows(sensorId);
    return chosen;
  }

  /** Returns scores from an instant on, in the order of their times. */
  public List<ShadowScore> scores(long sensorId, String detectorId, Instant from, int limit) {
    sensors.get(sensorId);
    return shadows.from(sensorId, detectorId, from, limit);
  }

  private void check(Sensor sensor, String id, Map<String, Double> settings) {
    try {
      assignments.with(sensor, catalogue.get(id), settings);
    } catch (UnknownDetectorException | InvalidSettingsException wrong) {
      throw RefusedException.invalid("detectors", wrong.getMessage());
    }
  }

  private List<ShadowDetector> replace(long sensorId, Map<String, Map<String, Double>> wanted) {
    for (ShadowDetector known : shadows.of(sensorId)) {
      if (!known.settings().equals(wanted.get(known.detectorId()))) {
        shadows.remove(known);
      }
    }
    wanted.forEach(
        (id, settings) -> {
          Optional<ShadowDetector> known =
              shadows.of(sensorId).stream()
                  .filter(shadow -> shadow.detectorId().equals(id))
                  .findFirst();
          if (known.isEmpty()) {
            shadows.add(new ShadowDetector(sensorId, id, settings));
          }
        });
    return shadows.of(sensorId);
  }
}
