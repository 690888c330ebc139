package leakdetection.presentation.streams;

import java.util.function.Consumer;

/** The way to one client. */
interface Connection {

  /**
   * Sends a message without waiting. The next one may be sent once this one is done.
   *
   * @param done gets null once the message is out, else what failed; may be called before this
   *     method returns
   */
  void send(String text, Consumer<Throwable> done);

  /** Ends the connection; nothing happens if it has ended. */
  void close(Closing closing);
}
