package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Shows what a sensor measured. */
@ApplicationScoped
public class ReadingHistory {

  @Inject SensorRegistry sensors;
  @Inject TimeSeriesDataRepository readings;

  /**
   * Returns readings of any quality in the order of their times.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit at most so many
   * @throws RefusedException if there is no such sensor
   */
  public List<TimeSeriesData> between(long sensorId, Instant from, Instant to, int limit) {
    sensors.get(sensorId);
    return readings.between(sensorId, from, to, limit);
  }
}
