package leakdetection.application.sensors;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * The newest that is known of a sensor. What is stored and what is announced may come in any order
 * and twice: the newer one always stays. Thread-safe.
 */
final class WatchedSensor {

  /** How many readings the trend has. */
  static final int TREND = 72;

  private final long id;
  private final NavigableMap<Instant, Double> trend = new TreeMap<>();
  private Sensor sensor;
  private AnomalyDetection detection;
  private SensorEvent event;

  WatchedSensor(long id) {
    this.id = id;
  }

  synchronized void describe(Sensor described) {
    sensor = described;
  }

  synchronized void see(List<TimeSeriesData> readings) {
    readings.stream()
        .skip(Math.max(0, readings.size() - TREND))
        .filter(TimeSeriesData::isJudged)
        .forEach(reading -> trend.put(reading.timestamp(), reading.ppmv()));
    while (trend.size() > TREND) {
      trend.pollFirstEntry();
    }
  }

  synchronized void see(AnomalyDetection newer) {
    if (detection == null || !newer.timestamp().isBefore(detection.timestamp())) {
      detection = newer;
    }
  }

  synchronized void see(SensorEvent newer) {
    if (!newer.isJudgedLate() && (event == null || newer.id() > event.id())) {
      event = newer;
    }
  }

  /** Returns the status; empty while the sensor is not described. */
  synchronized Optional<SensorStatus> status() {
    if (sensor == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SensorStatus(
            id,
            sensor.name(),
            sensor.template().field().label(),
            sensor.template().id(),
            sensor.template().name(),
            state(),
            detection == null ? Double.NaN : detection.score(),
            trend.isEmpty() ? Optional.empty() : Optional.of(trend.lastKey()),
            trend.values().stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private SensorState state() {
    boolean judgedSince =
        detection != null && event != null && detection.timestamp().isAfter(event.timestamp());
    if (event != null && event.type() == SensorEventType.NOT_AVAILABLE && !judgedSince) {
      return SensorState.NOT_AVAILABLE;
    }
    return detection == null ? SensorState.UNDEFINED : SensorState.of(detection.deviation());
  }
}
