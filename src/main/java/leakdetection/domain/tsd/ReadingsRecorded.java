package leakdetection.domain.tsd;

import java.util.List;

/**
 * Readings of one sensor were stored. Fired after the commit, in the order of the commits.
 *
 * @param sensorId the sensor
 * @param readings the new ones in the order of their times, unusable ones included; not empty
 */
public record ReadingsRecorded(long sensorId, List<TimeSeriesData> readings) {

  public ReadingsRecorded {
    readings = List.copyOf(readings);
  }
}
