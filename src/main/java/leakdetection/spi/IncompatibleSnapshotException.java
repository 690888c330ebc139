package leakdetection.spi;

/** A snapshot that a detector cannot continue from; the host then replays stored readings. */
public class IncompatibleSnapshotException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the fact, with values and units, and what is allowed
   */
  public IncompatibleSnapshotException(String message) {
    super(message);
  }
}
