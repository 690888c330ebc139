package leakdetection.application.sensors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Lets an operator say that a known operation disturbs a sensor. The detection learns of it by the
 * sensor's change.
 */
@ApplicationScoped
public class InteractiveFeedback {

  @Inject SensorRegistry sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject ProductSettings settings;

  /**
   * Switches the interactive feedback mode on or off.
   *
   * @throws RefusedException if there is no such sensor, or while fewer usable readings than the
   *     window are stored, because there is nothing yet to compare with
   */
  public Sensor toggle(long sensorId) {
    return sensors.configure(
        sensorId,
        configuration -> {
          refuseWithoutWindow(sensorId);
          configuration.toggleInteractiveFeedbackMode();
        });
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
