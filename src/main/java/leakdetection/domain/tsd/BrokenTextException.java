package leakdetection.domain.tsd;

/** A text of readings breaks its form, so that nothing after that place can be read. */
public final class BrokenTextException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message where it breaks and what is allowed, for the person who sent it
   */
  public BrokenTextException(String message) {
    super(message);
  }
}
