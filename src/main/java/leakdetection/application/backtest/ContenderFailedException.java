package leakdetection.application.backtest;

/**
 * A detector could not be made or did not keep its contract; the message names it and the place.
 */
public class ContenderFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which detector, on which readings, and what happened
   * @param cause what the detector threw, or null if it threw nothing
   */
  public ContenderFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
