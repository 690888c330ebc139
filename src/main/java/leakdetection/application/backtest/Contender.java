package leakdetection.application.backtest;

import java.util.Map;
import java.util.Objects;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.spi.Settings;

/**
 * A detector with its settings, as it takes part in a backtest.
 *
 * @param name what its column is called, unique within a plan
 * @param detector makes its instances
 * @param settings its checked settings
 * @param threshold level from which a reading counts as an alarm, percent, positive
 * @param learnsCleaned whether it learns from the training part without its anomalies, as the
 *     product's baselines are kept, rather than from all of it
 */
public record Contender(
    String name,
    InstalledDetector detector,
    Settings settings,
    double threshold,
    boolean learnsCleaned) {

  /**
   * @throws IllegalArgumentException if the threshold is not positive and finite
   */
  public Contender {
    Objects.requireNonNull(name);
    Objects.requireNonNull(detector);
    Objects.requireNonNull(settings);
    if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The threshold (%s %%) of %s must be positive.".formatted(threshold, name));
    }
  }

  /**
   * Returns the detector with the given settings, alarming at its own critical threshold.
   *
   * @param given values by parameter name; the others keep their defaults
   * @throws leakdetection.spi.InvalidSettingsException if a name is unknown or a value out of
   *     bounds
   */
  public static Contender of(InstalledDetector detector, Map<String, Double> given) {
    return new Contender(
        detector.id(),
        detector,
        detector.descriptor().settings(given),
        detector.descriptor().critical(),
        false);
  }

  /** Returns the same contender with another threshold, percent. */
  public Contender alarmingAt(double percent) {
    return new Contender(name, detector, settings, percent, learnsCleaned);
  }

  /** Returns the same contender under another name. */
  public Contender named(String other) {
    return new Contender(other, detector, settings, threshold, learnsCleaned);
  }

  /** Returns the same contender, learning from the training part without its anomalies. */
  public Contender learningCleaned() {
    return new Contender(name, detector, settings, threshold, true);
  }
}
