package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.HistoryRepository;
import leakdetection.domain.history.RollUp;
import leakdetection.domain.history.RollUpRepository;
import leakdetection.domain.history.SampledHistory;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Shows what a sensor measured. */
@ApplicationScoped
public class ReadingHistory {

  @Inject SensorRegistry sensors;
  @Inject TimeSeriesDataRepository readings;
  @Inject HistoryRepository histories;
  @Inject RollUpRepository rollUps;

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

  /**
   * Returns a part of the readings in few points that keep every peak; unusable ones are counted
   * only.
   *
   * @param from inclusive
   * @param to exclusive
   * @param points at most so many, 4 or more
   * @throws RefusedException if there is no such sensor
   */
  public SampledHistory sampled(long sensorId, Instant from, Instant to, int points) {
    sensors.get(sensorId);
    return histories.sample(HistoryKind.READINGS, sensorId, from, to, points);
  }

  /**
   * Returns what the days held that are over, in their order.
   *
   * @throws RefusedException if there is no such sensor
   */
  public List<RollUp> days(long sensorId, Instant from, Instant to, int limit) {
    sensors.get(sensorId);
    return rollUps.days(HistoryKind.READINGS, sensorId, from, to, limit);
  }
}
