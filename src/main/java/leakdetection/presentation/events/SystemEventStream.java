package leakdetection.presentation.events;

import jakarta.enterprise.context.Dependent;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import leakdetection.presentation.streams.FirstMessage;
import leakdetection.presentation.streams.StreamEndpoint;
import leakdetection.presentation.streams.Topic;

/** Streams the messages to the operators, without a history. */
@Dependent
@ServerEndpoint("/api/events/system")
public class SystemEventStream extends StreamEndpoint {

  /** Opens the stream. */
  @OnOpen
  public void open(Session session) {
    sessions.open(session, Topic.SYSTEM_EVENTS, () -> FirstMessage.NONE);
  }
}
