package leakdetection.presentation.streams;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import leakdetection.domain.sensors.SensorRepository;

/** Connects the sessions of the WebSocket endpoints with their topics. */
@ApplicationScoped
public class StreamSessions {

  private static final String ENDED = StreamSessions.class.getName() + ".ended";

  @Inject StreamRegistry streams;
  @Inject SensorRepository sensors;
  @Inject StreamCallers callers;

  @Resource(lookup = "concurrent/streams")
  Executor executor;

  /** Reads what a client of a sensor's stream gets first. */
  @FunctionalInterface
  public interface SensorHistory {

    /**
     * @throws StreamRefusedException if the client cannot have the stream
     */
    FirstMessage read(long sensorId, HistoryWindow window);
  }

  /**
   * Opens a sensor's stream, or closes the session with a reason: the sensor is unknown, or the
   * query cannot be understood.
   *
   * @param sensorId as it stands in the address
   * @param history called on another thread once no live item can be lost
   */
  public void open(Session session, Topic.Kind kind, String sensorId, SensorHistory history) {
    try {
      long id = number(sensorId);
      HistoryWindow window = HistoryWindow.of(session.getRequestParameterMap());
      open(
          session,
          Topic.of(kind, id),
          () -> {
            FirstMessage first = history.read(id, window);
            refuseUnknown(id);
            return first;
          });
    } catch (StreamRefusedException refusal) {
      new SessionConnection(session, executor).close(refusal.closing());
    }
  }

  /**
   * Opens a stream that is about all sensors.
   *
   * @param first called on another thread once no live item can be lost
   */
  public void open(Session session, Topic topic, Supplier<FirstMessage> first) {
    SessionConnection connection = new SessionConnection(session, executor);
    Runnable ended = streams.open(connection, topic, first);
    callers.open(session, connection);
    session
        .getUserProperties()
        .put(
            ENDED,
            (Runnable)
                () -> {
                  callers.close(session);
                  ended.run();
                });
    if (!session.isOpen()) {
      close(session);
    }
  }

  /** Forgets a session that has ended. */
  void close(Session session) {
    if (session.getUserProperties().get(ENDED) instanceof Runnable ended) {
      ended.run();
    }
  }

  private static long number(String sensorId) {
    try {
      return Long.parseLong(sensorId);
    } catch (NumberFormatException notANumber) {
      throw new StreamRefusedException(Closing.unknownSensor(sensorId));
    }
  }

  // After the history was read, so that a removal at the same time is noticed.
  private void refuseUnknown(long id) {
    if (sensors.find(id).isEmpty()) {
      throw new StreamRefusedException(Closing.unknownSensor(String.valueOf(id)));
    }
  }
}
