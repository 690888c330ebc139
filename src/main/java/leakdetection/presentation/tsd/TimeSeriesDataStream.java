package leakdetection.presentation.tsd;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;
import leakdetection.presentation.streams.FirstMessage;
import leakdetection.presentation.streams.HistoryWindow;
import leakdetection.presentation.streams.StreamEndpoint;
import leakdetection.presentation.streams.StreamJson;
import leakdetection.presentation.streams.Topic;

/** Streams the readings of a sensor that may be judged: first the history, then each new one. */
@Dependent
@ServerEndpoint("/api/sensors/{sensorId}/time-series-data")
public class TimeSeriesDataStream extends StreamEndpoint {

  @Inject TimeSeriesDataRepository readings;

  /** Opens the stream. */
  @OnOpen
  public void open(Session session, @PathParam("sensorId") String sensorId) {
    sessions.open(session, Topic.Kind.READINGS, sensorId, this::history);
  }

  private FirstMessage history(long sensorId, HistoryWindow window) {
    List<TimeSeriesData> newest = readings.judgedBefore(sensorId, Instant.MAX, window.limit());
    return StreamJson.readings(window.of(newest, TimeSeriesData::timestamp));
  }
}
