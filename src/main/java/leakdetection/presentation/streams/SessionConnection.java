package leakdetection.presentation.streams;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A client at the other end of a WebSocket. */
final class SessionConnection implements Connection {

  private static final Logger LOG = Logger.getLogger(SessionConnection.class.getName());

  private final Session session;
  private final Executor executor;

  /**
   * @param executor closes the session, which may wait for the client
   */
  SessionConnection(Session session, Executor executor) {
    this.session = session;
    this.executor = executor;
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    try {
      session
          .getAsyncRemote()
          .sendText(text, result -> done.accept(result.isOK() ? null : failure(result)));
    } catch (RuntimeException failure) {
      done.accept(failure);
    }
  }

  private static Throwable failure(jakarta.websocket.SendResult result) {
    Throwable cause = result.getException();
    return cause == null ? new IOException("The message could not be sent.") : cause;
  }

  @Override
  public void close(Closing closing) {
    try {
      executor.execute(() -> closeNow(closing));
    } catch (RejectedExecutionException stopping) {
      closeNow(closing);
    }
  }

  private void closeNow(Closing closing) {
    if (!session.isOpen()) {
      return;
    }
    LOG.log(
        Level.FINE,
        "{0} is closed: {1} {2}",
        new Object[] {session.getRequestURI(), closing.code(), closing.reason()});
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(closing.code()), closing.reason()));
    } catch (IOException | RuntimeException broken) {
      LOG.log(Level.FINE, "The connection was gone before it was closed.", broken);
    }
  }
}
