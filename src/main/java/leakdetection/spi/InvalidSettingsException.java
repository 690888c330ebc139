package leakdetection.spi;

/** Settings that a detector cannot work with. */
public class InvalidSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the fact, with values and units, and what is allowed
   */
  public InvalidSettingsException(String message) {
    super(message);
  }
}
