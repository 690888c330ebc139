package leakdetection.presentation.sensors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Sensor;
import leakdetection.presentation.web.PageView;

/** What {@code sensors/sensor.xhtml} shows at first; its scripts bring the rest. */
@Named
@RequestScoped
public class SensorView {

  @Inject SensorRegistry sensors;
  @Inject SensorOverview overview;
  @Inject ProductSettings settings;
  @Inject PageView page;

  private Sensor sensor;
  private SensorRow row;

  /** Reads the sensor that the address names; answers 404 where there is none. */
  public void load() {
    try {
      sensor = sensors.get(page.id());
    } catch (RefusedException unknown) {
      page.missing();
      return;
    }
    row = overview.find(sensor.id()).map(status -> SensorRow.of(status, page.texts())).orElse(null);
    if (row == null) {
      page.missing();
    }
  }

  /** Returns the sensor and its state. */
  public SensorRow getRow() {
    return row;
  }

  /** Tells whether it is on the dashboard. */
  public boolean isPinned() {
    return sensor.configuration().isPinned();
  }

  /** Tells whether an operation disturbs it that it learns from. */
  public boolean isFeedbackMode() {
    return sensor.configuration().isInteractiveFeedbackMode();
  }

  /** Tells whether a critical reading starts the search for the leak. */
  public boolean isSimulationOn() {
    return settings.simulationOn();
  }
}
