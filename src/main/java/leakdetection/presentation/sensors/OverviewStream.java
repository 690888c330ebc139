package leakdetection.presentation.sensors;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import leakdetection.presentation.streams.StreamEndpoint;
import leakdetection.presentation.streams.Topic;

/** Streams the states of all sensors and all events, so that a page needs one connection. */
@Dependent
@ServerEndpoint("/api/events/overview")
public class OverviewStream extends StreamEndpoint {

  @Inject OverviewFeed feed;

  /** Opens the stream. */
  @OnOpen
  public void open(Session session) {
    sessions.open(session, Topic.OVERVIEW, feed::first);
  }
}
