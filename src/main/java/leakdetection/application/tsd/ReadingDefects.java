package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingGap;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Shows where the readings of a sensor were missing, and where they were wrong at first. */
@ApplicationScoped
public class ReadingDefects {

  @Inject SensorRegistry sensors;
  @Inject TimeSeriesDataRepository readings;

  /**
   * Returns corrections in the order of the readings' times.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<ReadingCorrection> corrections(long sensorId, Instant from, Instant to, int limit) {
    sensors.get(sensorId);
    return readings.corrections(sensorId, from, to, limit);
  }

  /**
   * Returns gaps in the order of their times.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<ReadingGap> gaps(long sensorId, Instant from, Instant to, int limit) {
    sensors.get(sensorId);
    return readings.gaps(sensorId, from, to, limit);
  }
}
