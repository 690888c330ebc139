package leakdetection.presentation.streams;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.Session;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What all WebSocket endpoints do alike when a session ends.
 *
 * <p>An endpoint is {@code @Dependent}: Open Liberty 26.0.0.5 injects beans only into endpoints
 * that are beans themselves.
 */
public abstract class StreamEndpoint {

  private static final Logger LOG = Logger.getLogger(StreamEndpoint.class.getName());

  @Inject protected StreamSessions sessions;

  /** Forgets the session. */
  @OnClose
  public void close(Session session) {
    sessions.close(session);
  }

  /** Notes what happened; clients that vanish are everyday life. */
  @OnError
  public void fail(Session session, Throwable failure) {
    LOG.log(Level.FINE, "A stream failed.", failure);
  }
}
