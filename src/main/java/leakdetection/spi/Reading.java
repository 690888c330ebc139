package leakdetection.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * One reading of a methane sensor.
 *
 * @param time when it was taken, UTC
 * @param ppmv methane concentration, parts per million by volume; finite (the host drops what is
 *     not physical before a detector sees it), slightly negative values do occur
 */
public record Reading(Instant time, double ppmv) {

  /**
   * @throws NullPointerException if there is no time
   * @throws IllegalArgumentException if the concentration is not finite
   */
  public Reading {
    Objects.requireNonNull(time, "A reading needs a time.");
    if (!Double.isFinite(ppmv)) {
      throw new IllegalArgumentException(
          "The reading at %s must be finite, but is %s ppmv.".formatted(time, ppmv));
    }
  }
}
