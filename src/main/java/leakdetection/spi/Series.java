package leakdetection.spi;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * Equally spaced readings without their times, for example a baseline.
 *
 * <p>The array is shared, not copied: one baseline may serve thousands of sensors. Whoever holds a
 * series must not write to it.
 *
 * @param ppmv methane concentrations [n], ppmv; NaN where a reading is missing or where two
 *     recordings were joined, so that no window may span the place
 * @param interval time between two readings, positive
 */
public record Series(double[] ppmv, Duration interval) {

  /**
   * @throws IllegalArgumentException if the interval is not positive
   */
  public Series {
    Objects.requireNonNull(ppmv, "A series needs its readings.");
    Objects.requireNonNull(interval, "A series needs its sampling interval.");
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "The sampling interval (%s) of a series must be positive.".formatted(interval));
    }
  }

  /** Returns the number of readings, n. */
  public int length() {
    return ppmv.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series that
        && interval.equals(that.interval)
        && Arrays.equals(ppmv, that.ppmv);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ppmv) + interval.hashCode();
  }

  @Override
  public String toString() {
    return "Series[%d readings, interval=%s]".formatted(ppmv.length, interval);
  }
}
