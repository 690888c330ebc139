package leakdetection.application.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.sensors.SensorConfiguration;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Lets an operator say that a known operation disturbs a sensor: what it looks like is recorded,
 * and learned when it is over. The detection learns of the mode by the sensor's change.
 */
@ApplicationScoped
public class InteractiveFeedback {

  @Inject SensorRegistry sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject ProcedureLearning learning;
  @Inject ProductSettings settings;

  /**
   * Switches the interactive feedback mode on or off. Two who switch at once do so one after the
   * other, so that there is one recording at a time.
   *
   * @throws RefusedException if there is no such sensor, or while fewer usable readings than the
   *     window are stored, because there is nothing yet to compare with
   */
  public synchronized Sensor toggle(long sensorId) {
    Sensor before = sensors.get(sensorId);
    boolean wasOn = before.configuration().isInteractiveFeedbackMode();
    refuseWithoutWindow(sensorId);
    if (!wasOn) {
      learning.begin(before);
    }
    Sensor changed =
        sensors.configure(sensorId, SensorConfiguration::toggleInteractiveFeedbackMode);
    if (wasOn) {
      learning.end(changed);
    }
    return changed;
  }

  private void refuseWithoutWindow(long sensorId) {
    int window = settings.anomalyDetection().windowSize();
    int stored = readings.countJudged(sensorId, window);
    if (stored < window) {
      throw new RefusedException(
          RefusedException.Reason.NOT_NOW,
          List.of("path", "id"),
          "The sensor has %d usable readings; interactive feedback needs a window of %d."
              .formatted(stored, window));
    }
  }
}
