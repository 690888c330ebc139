package leakdetection.presentation.web;

import java.util.List;

/** A request that cannot be understood, before anybody asked what it wants. */
public final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final List<String> path;

  /**
   * @param status the answer's HTTP status, 4xx
   * @param path the part of the request that it is about, outermost first; empty for all of it
   * @param message what is wrong and what is allowed
   */
  public RequestException(int status, List<String> path, String message) {
    super(message);
    this.status = status;
    this.path = List.copyOf(path);
  }

  /** Returns the answer's HTTP status, 4xx. */
  public int status() {
    return status;
  }

  /** Returns the part of the request that it is about, outermost first. */
  List<String> path() {
    return path;
  }
}
