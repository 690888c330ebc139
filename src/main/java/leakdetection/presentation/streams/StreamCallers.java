package leakdetection.presentation.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.security.AccessEnded;
import leakdetection.application.security.ApiTokens;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.security.Sessions;

/**
 * Knows who opened which stream, and closes it when their access ends. A stream that is open counts
 * as use of its session, so that a screen in a control room goes on showing alarms.
 */
@ApplicationScoped
class StreamCallers {

  @Inject Sessions signedIn;
  @Inject ApiTokens tokens;

  private final Map<Session, Stream> streams = new ConcurrentHashMap<>();

  private record Stream(Caller caller, SessionConnection connection) {}

  void open(Session session, SessionConnection connection) {
    if (session.getUserPrincipal() instanceof Caller caller && caller.proof() != Proof.DEMO) {
      streams.put(session, new Stream(caller, connection));
      // The access may have ended between the handshake and here.
      closeIfOver(streams.get(session));
    }
  }

  void close(Session session) {
    streams.remove(session);
  }

  void end(@Observes AccessEnded ended) {
    streams.values().stream()
        .filter(stream -> ended.concerns(stream.caller()))
        .forEach(stream -> stream.connection().close(Closing.ACCESS_ENDED));
  }

  /** Uses the sessions of the open streams; to be called now and then. */
  void keepUp() {
    streams.values().forEach(this::closeIfOver);
  }

  private void closeIfOver(Stream stream) {
    Caller caller = stream.caller();
    boolean over =
        switch (caller.proof()) {
          case SESSION -> signedIn.use(caller.key()).isEmpty();
          case TOKEN -> !tokens.isValid(caller.key());
          case DEMO, PASSWORD -> false;
        };
    if (over) {
      stream.connection().close(Closing.ACCESS_ENDED);
    }
  }
}
