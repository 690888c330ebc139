package leakdetection.spi;

/**
 * Describes a detector and makes its instances; found through {@link java.util.ServiceLoader}.
 *
 * <p>Has a public constructor without parameters that does no work; stateless and thread-safe.
 */
public interface DetectorProvider {

  /** Returns what the detector is, always the same. */
  DetectorDescriptor descriptor();

  /**
   * Makes a detector that has seen nothing but its baseline.
   *
   * @throws InvalidSettingsException if settings contradict each other
   * @throws UnusableBaselineException if the baseline is too short or too flat
   */
  Detector create(DetectorContext context);

  /**
   * Makes a detector that continues from a snapshot as if it had never stopped.
   *
   * @param context the same context as when the snapshot was made
   * @throws IncompatibleSnapshotException if the snapshot is of another detector or version or
   *     cannot be read; the host then creates anew and replays stored readings
   * @throws InvalidSettingsException as {@link #create}
   * @throws UnusableBaselineException as {@link #create}
   */
  Detector restore(DetectorContext context, DetectorSnapshot snapshot)
      throws IncompatibleSnapshotException;
}
