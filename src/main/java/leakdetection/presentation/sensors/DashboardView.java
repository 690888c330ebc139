package leakdetection.presentation.sensors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import leakdetection.application.sensors.SensorOverview;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.sensors.Sensor;
import leakdetection.presentation.web.PageView;

/** What {@code sensors/dashboard.xhtml} shows at first: the pinned sensors. */
@Named
@RequestScoped
public class DashboardView {

  private static final int MOST = 48;

  @Inject SensorRegistry sensors;
  @Inject SensorOverview overview;
  @Inject PageView page;

  private List<SensorRow> rows;

  /** Returns the pinned sensors by their ids, the first 48. */
  public List<SensorRow> getSensors() {
    if (rows == null) {
      rows =
          sensors.page(Optional.of(true), 0, MOST).stream()
              .map(Sensor::id)
              .flatMap(id -> overview.find(id).stream())
              .map(status -> SensorRow.of(status, page.texts()))
              .toList();
    }
    return rows;
  }
}
