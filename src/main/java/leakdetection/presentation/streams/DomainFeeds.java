package leakdetection.presentation.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.estimation.EstimationMade;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SystemEventRaised;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.presentation.streams.Topic.Kind;

/**
 * Publishes what the domain announces. Called on the writer's thread, so it only hands over, and
 * does nothing while nobody listens.
 */
@ApplicationScoped
public class DomainFeeds {

  private static final List<Kind> OF_A_SENSOR =
      List.of(Kind.READINGS, Kind.DETECTIONS, Kind.ESTIMATIONS, Kind.SENSOR_EVENTS);

  @Inject StreamRegistry streams;

  void onReadings(@Observes ReadingsRecorded recorded) {
    Topic topic = Topic.of(Kind.READINGS, recorded.sensorId());
    if (streams.hasClients(topic)) {
      List<TimeSeriesData> judged =
          recorded.readings().stream().filter(TimeSeriesData::isJudged).toList();
      streams.publish(topic, judged, StreamJson::reading);
    }
  }

  void onEstimation(@Observes EstimationMade made) {
    Topic topic = Topic.of(Kind.ESTIMATIONS, made.estimation().sensorId());
    streams.publish(topic, List.of(made.estimation()), StreamJson::estimation);
  }

  void onDetections(@Observes DetectionsRecorded recorded) {
    Topic topic = Topic.of(Kind.DETECTIONS, recorded.sensorId());
    streams.publish(topic, recorded.detections(), StreamJson::detection);
  }

  void onSensorEvent(@Observes SensorEventRaised raised) {
    Topic topic = Topic.of(Kind.SENSOR_EVENTS, raised.event().sensorId());
    streams.publish(topic, List.of(raised.event()), StreamJson::sensorEvent);
  }

  void onSystemEvent(@Observes SystemEventRaised raised) {
    streams.publish(Topic.SYSTEM_EVENTS, List.of(raised.event()), StreamJson::systemEvent);
  }

  void onRemoved(@Observes SensorRemoved removal) {
    Closing closing = Closing.sensorRemoved(removal.sensorId());
    OF_A_SENSOR.forEach(kind -> streams.finish(Topic.of(kind, removal.sensorId()), closing));
  }
}
