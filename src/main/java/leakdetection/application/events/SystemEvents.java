package leakdetection.application.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import leakdetection.application.Writer;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventRaised;
import leakdetection.domain.events.SystemEventType;

/** Tells the operators. Every message is kept. */
@ApplicationScoped
public class SystemEvents {

  @Inject Writer writer;
  @Inject EventRepository events;
  @Inject Event<SystemEventRaised> raised;
  @Inject Clock clock;

  /**
   * Keeps a message and tells it, without waiting. Not for use inside a unit of work.
   *
   * @param message one sentence in words an operator understands
   * @param sensorId the sensor it is about; null when it is about none
   */
  public void raise(SystemEventType type, String message, Long sensorId) {
    SystemEventDraft draft = new SystemEventDraft(type, message, sensorId);
    writer.submit(() -> keep(draft), this::tell);
  }

  /** Keeps a message as part of the caller's unit of work, which must {@link #tell} it. */
  public SystemEvent keep(SystemEventDraft draft) {
    return events.add(
        new SystemEvent(draft.type(), draft.message(), clock.instant(), draft.sensorId()));
  }

  /** Tells a message that was kept and committed. */
  public void tell(SystemEvent event) {
    raised.fire(new SystemEventRaised(event));
  }

  /** Returns messages with smaller ids, newest first. */
  public List<SystemEvent> before(long id, int limit) {
    return events.systemEvents(id, limit);
  }

  /** A message that is not kept yet. */
  public record SystemEventDraft(SystemEventType type, String message, Long sensorId) {}
}
