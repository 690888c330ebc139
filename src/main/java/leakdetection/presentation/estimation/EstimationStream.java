package leakdetection.presentation.estimation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Comparator;
import java.util.List;
import leakdetection.application.estimation.EstimationDesk;
import leakdetection.application.settings.ProductSettings;
import leakdetection.domain.estimation.KeptEstimation;
import leakdetection.presentation.streams.Closing;
import leakdetection.presentation.streams.FirstMessage;
import leakdetection.presentation.streams.HistoryWindow;
import leakdetection.presentation.streams.StreamEndpoint;
import leakdetection.presentation.streams.StreamJson;
import leakdetection.presentation.streams.StreamRefusedException;
import leakdetection.presentation.streams.Topic;

/** Streams the estimations of a sensor; refused while the simulation is switched off. */
@Dependent
@ServerEndpoint("/api/sensors/{sensorId}/estimation")
public class EstimationStream extends StreamEndpoint {

  private static final Closing SWITCHED_OFF =
      Closing.notNow(
          "The simulation is switched off. Start the server with SIMULATION__TURN_ON=true.");

  /** How many of the newest estimations are sent first. */
  private static final int HISTORY = 1000;

  @Inject ProductSettings settings;
  @Inject EstimationDesk desk;

  /** Opens the stream. */
  @OnOpen
  public void open(Session session, @PathParam("sensorId") String sensorId) {
    sessions.open(session, Topic.Kind.ESTIMATIONS, sensorId, this::history);
  }

  private FirstMessage history(long sensorId, HistoryWindow window) {
    if (!settings.simulationOn()) {
      throw new StreamRefusedException(SWITCHED_OFF);
    }
    List<KeptEstimation> newestFirst = desk.of(sensorId, Long.MAX_VALUE, HISTORY);
    return StreamJson.estimations(
        newestFirst.stream().sorted(Comparator.comparing(KeptEstimation::id)).toList());
  }
}
