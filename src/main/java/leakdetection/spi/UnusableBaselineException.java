package leakdetection.spi;

/** A baseline that a detector cannot learn from: too short, too flat or not finite. */
public class UnusableBaselineException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the fact, with values and units, and what is allowed
   */
  public UnusableBaselineException(String message) {
    super(message);
  }
}
