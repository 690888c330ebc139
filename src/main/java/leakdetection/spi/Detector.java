package leakdetection.spi;

import java.util.Optional;

/**
 * Judges the readings of one sensor, one after the other.
 *
 * <p>The host makes one per sensor and never calls two methods of it at once. A detector has no
 * thread, no I/O and no clock of its own: the same context and the same readings give the same
 * assessments, bit for bit.
 */
public interface Detector extends AutoCloseable {

  /**
   * Judges the next reading.
   *
   * @param reading later than every reading before
   * @return the score of this reading; undefined while the detector cannot judge
   * @throws IllegalArgumentException if the reading is not later than the last one; nothing changes
   */
  Assessment assess(Reading reading);

  /**
   * Explains the last assessment. Asked only when its deviation is not ok, so it may cost more than
   * {@link #assess}.
   */
  default Optional<Explanation> explain() {
    return Optional.empty();
  }

  /**
   * Returns the state after the last reading; a detector restored from it continues bit for bit.
   */
  DetectorSnapshot snapshot();

  /** Releases what the detector holds. Does nothing by default. */
  @Override
  default void close() {}
}
