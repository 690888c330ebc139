package leakdetection.application.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import leakdetection.application.Writer;
import leakdetection.domain.RefusedException;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.sensors.SensorRepository;

/** Events that a person enters: they are told like any other. */
@ApplicationScoped
public class EventsByHand {

  @Inject Writer writer;
  @Inject EventRepository events;
  @Inject SensorRepository sensors;
  @Inject SystemEvents system;
  @Inject Event<SensorEventRaised> raised;

  /**
   * Enters a change of a sensor's state.
   *
   * @throws RefusedException if there is no such sensor
   */
  public SensorEvent ofSensor(long sensorId, SensorEventType type, Instant at) {
    return writer.write(
        () -> {
          known(sensorId);
          return events.add(new SensorEvent(sensorId, type, at, null));
        },
        event -> raised.fire(new SensorEventRaised(event)));
  }

  /**
   * Tells all operators something.
   *
   * @param sensorId the sensor it is about; null for none
   * @throws RefusedException if there is no such sensor
   */
  public SystemEvent ofSystem(SystemEventType type, String message, Long sensorId) {
    return writer.write(
        () -> {
          if (sensorId != null) {
            known(sensorId);
          }
          return system.keep(new SystemEvents.SystemEventDraft(type, message, sensorId));
        },
        system::tell);
  }

  private void known(long sensorId) {
    if (sensors.find(sensorId).isEmpty()) {
      throw RefusedException.unknown("sensor", sensorId);
    }
  }
}
