package leakdetection.presentation.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import java.util.List;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.presentation.streams.FirstMessage;
import leakdetection.presentation.streams.HistoryWindow;
import leakdetection.presentation.streams.StreamEndpoint;
import leakdetection.presentation.streams.StreamJson;
import leakdetection.presentation.streams.Topic;

/** Streams the judgements of a sensor's readings: first the history, then each new one. */
@Dependent
@ServerEndpoint("/api/sensors/{sensorId}/anomaly-detections")
public class AnomalyDetectionStream extends StreamEndpoint {

  @Inject AnomalyDetectionRepository detections;

  /** Opens the stream. */
  @OnOpen
  public void open(Session session, @PathParam("sensorId") String sensorId) {
    sessions.open(session, Topic.Kind.DETECTIONS, sensorId, this::history);
  }

  private FirstMessage history(long sensorId, HistoryWindow window) {
    List<AnomalyDetection> newest = detections.before(sensorId, Instant.MAX, window.limit());
    return StreamJson.detections(window.of(newest, AnomalyDetection::timestamp));
  }
}
