package leakdetection.detectors.threshold;

import java.time.Instant;
import leakdetection.detectors.StateWriter;
import leakdetection.spi.Assessment;
import leakdetection.spi.Detector;
import leakdetection.spi.DetectorSnapshot;
import leakdetection.spi.Reading;

/** Scores a reading in percent of a fixed limit. Always defined. */
final class ThresholdDetector implements Detector {

  private final double limit;
  private Instant last;

  /**
   * @param limit what 100 % means, ppmv, positive
   * @param last time of the last reading, {@link Instant#MIN} when there was none
   */
  ThresholdDetector(double limit, Instant last) {
    this.limit = limit;
    this.last = last;
  }

  @Override
  public Assessment assess(Reading reading) {
    if (!reading.time().isAfter(last)) {
      throw new IllegalArgumentException(
          "The reading at %s must be later than the last one at %s."
              .formatted(reading.time(), last));
    }
    last = reading.time();
    return new Assessment(100 * reading.ppmv() / limit);
  }

  @Override
  public DetectorSnapshot snapshot() {
    return new StateWriter().write(last).snapshot(ThresholdDetectorProvider.DESCRIPTOR, last);
  }
}
