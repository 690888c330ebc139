package leakdetection.domain.tsd;

import java.util.List;

/**
 * Stored readings of one sensor got other values. Fired after the commit.
 *
 * @param sensorId the sensor
 * @param corrections not empty
 */
public record ReadingsCorrected(long sensorId, List<ReadingCorrection> corrections) {

  public ReadingsCorrected {
    corrections = List.copyOf(corrections);
  }
}
