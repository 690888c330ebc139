package leakdetection.presentation.streams;

import java.util.Optional;

/**
 * What a client gets first.
 *
 * @param text the message, JSON; empty for none
 * @param newest id of the newest item in it; items that are not newer are not sent again
 */
public record FirstMessage(Optional<String> text, long newest) {

  /** Nothing first: every item is new. */
  public static final FirstMessage NONE = new FirstMessage(Optional.empty(), Long.MIN_VALUE);
}
