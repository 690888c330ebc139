package leakdetection.application.estimation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import leakdetection.domain.estimation.SensorReadings;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Puts the readings of sensors on the equally spaced times of a window. */
@ApplicationScoped
class WindowReadings {

  private static final Duration STEP = EstimationDesk.STEP;

  /** Most readings of a sensor in a step; a source that is faster is thinned out. */
  private static final int MOST_PER_STEP = 60;

  @Inject TimeSeriesDataRepository readings;

  /** Returns the last usable reading around each time, NaN when none lies within half a step. */
  SensorReadings of(Sensor sensor, Instant from, int count) {
    double[] ppmv = new double[count];
    Arrays.fill(ppmv, Double.NaN);
    Instant begin = from.minus(STEP.dividedBy(2));
    for (TimeSeriesData reading :
        readings.judgedAfter(sensor.id(), begin.minusNanos(1000), MOST_PER_STEP * count)) {
      long index = Duration.between(begin, reading.timestamp()).toMillis() / STEP.toMillis();
      if (index >= count) {
        break;
      }
      ppmv[(int) index] = reading.ppmv();
    }
    return new SensorReadings(sensor.name(), sensor.position(), ppmv);
  }
}
