package leakdetection.presentation.streams;

/** A client cannot have the stream that it asked for. */
public class StreamRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Closing closing;

  /**
   * @param closing tells the client why
   */
  public StreamRefusedException(Closing closing) {
    super(closing.reason());
    this.closing = closing;
  }

  /** Returns what the client is told. */
  public Closing closing() {
    return closing;
  }
}
