package leakdetection.application.tsd;

import java.util.List;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.TimeSeriesData;

/**
 * What became of a batch of readings.
 *
 * @param sensorId the sensor
 * @param stored the new ones in the order of their times, unusable ones included
 * @param repeated how many were stored before with the same value
 * @param corrected those that took the place of another value
 * @param refused those that were not taken because of their times
 */
public record Recording(
    long sensorId,
    List<TimeSeriesData> stored,
    int repeated,
    List<ReadingCorrection> corrected,
    List<Refused> refused) {

  /**
   * A reading that was not taken.
   *
   * @param reason a sentence
   */
  public record Refused(RawReading reading, String reason) {}

  /** Returns how many of the new ones may be judged. */
  public int accepted() {
    return (int) stored.stream().filter(TimeSeriesData::isJudged).count();
  }

  /** Tells whether something has to be judged again. */
  boolean hasLate() {
    return !corrected.isEmpty() || stored.stream().anyMatch(reading -> reading.quality().isLate());
  }

  /** Returns how many of the new ones are kept but never judged. */
  public int quarantined() {
    return stored.size() - accepted();
  }
}
