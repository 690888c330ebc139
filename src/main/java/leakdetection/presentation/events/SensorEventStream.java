package leakdetection.presentation.events;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import leakdetection.domain.events.EventRepository;
import leakdetection.presentation.streams.StreamEndpoint;
import leakdetection.presentation.streams.StreamJson;
import leakdetection.presentation.streams.Topic;

/** Streams the changes of a sensor's state: first the last one, then each new one. */
@Dependent
@ServerEndpoint("/api/events/sensors/{sensorId}")
public class SensorEventStream extends StreamEndpoint {

  @Inject EventRepository events;

  /** Opens the stream. */
  @OnOpen
  public void open(Session session, @PathParam("sensorId") String sensorId) {
    sessions.open(
        session,
        Topic.Kind.SENSOR_EVENTS,
        sensorId,
        (id, window) -> StreamJson.lastSensorEvent(events.last(id)));
  }
}
