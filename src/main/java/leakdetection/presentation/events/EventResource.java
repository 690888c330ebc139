package leakdetection.presentation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import leakdetection.application.events.EventHistory;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorFault;
import leakdetection.domain.events.SystemEvent;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people were told before. */
@Path("events")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventResource {

  @Inject EventHistory history;

  @GET
  @Path("sensors")
  @Operation(
      summary = "List the events of all sensors",
      description =
          """
          Newest first, in pages. An event tells that a sensor's state changed. What is given \
          narrows the list: one sensor's, those of a template, of a type, of a part of the time.""")
  @APIResponseSchema(value = SensorEventList.class, responseDescription = "The events")
  public SensorEventList ofSensors(
      @BeanParam WantedEvents wanted, @BeanParam TimeRange range, @BeanParam PageRequest page) {
    return sensorEvents(wanted.filter(range), page);
  }

  @GET
  @Path("sensors/{id}")
  @Operation(
      summary = "List the events of a sensor",
      description = "Newest first, in pages. An event tells that the sensor's state changed.")
  @APIResponseSchema(value = SensorEventList.class, responseDescription = "The events")
  public SensorEventList ofSensor(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam PageRequest page) {
    return sensorEvents(EventFilter.ofSensor(Optional.of(id)), page);
  }

  @GET
  @Path("system")
  @Operation(
      summary = "List the messages to the operators",
      description = "Newest first, in pages.")
  @APIResponseSchema(value = SystemEventList.class, responseDescription = "The messages")
  public SystemEventList ofSystem(@BeanParam PageRequest page) {
    int limit = page.limit();
    return Page.of(
        history.ofSystem(page.id(Long.MAX_VALUE), limit + 1),
        limit,
        SystemEventBody::of,
        SystemEvent::id,
        SystemEventList::new);
  }

  private SensorEventList sensorEvents(EventFilter filter, PageRequest page) {
    int limit = page.limit();
    return Page.of(
        history.ofSensors(filter, page.id(Long.MAX_VALUE), limit + 1),
        limit,
        SensorEventBody::of,
        SensorEvent::id,
        SensorEventList::new);
  }

  /** A sensor event as it is answered; the type is critical, ok or not_available. */
  @Schema(name = "SensorEvent")
  public record SensorEventBody(
      long id,
      String type,
      long sensorId,
      Instant timestamp,
      Long detectionId,
      String fault,
      boolean judgedLate) {

    static SensorEventBody of(SensorEvent event) {
      return new SensorEventBody(
          event.id(),
          event.type().label(),
          event.sensorId(),
          event.timestamp(),
          event.detectionId(),
          event.condition().fault().map(SensorFault::label).orElse(null),
          event.isJudgedLate());
    }
  }

  /** The answer to who asks for sensor events. */
  @Schema(
      name = "SensorEventList",
      examples =
          """
          {"result": [{"id": 3, "type": "critical", "sensorId": 1,
                       "timestamp": "2021-04-05T14:06:57Z", "detectionId": 9,
                       "fault": null, "judgedLate": false}]}""")
  @JsonbNillable(false)
  public record SensorEventList(List<SensorEventBody> result, String next) implements Page {}

  /** A system event as it is answered; the type is alert_critical, alert_success or info. */
  @Schema(name = "SystemEvent")
  public record SystemEventBody(
      long id, String type, String message, Instant timestamp, Long sensorId) {

    static SystemEventBody of(SystemEvent event) {
      return new SystemEventBody(
          event.id(), event.type().label(), event.message(), event.timestamp(), event.sensorId());
    }
  }

  /** The answer to who asks for system events. */
  @Schema(
      name = "SystemEventList",
      examples =
          """
          {"result": [{"id": 5, "type": "info", "message": "The baseline of 19XT1316 is unchanged.",
                       "timestamp": "2021-04-05T14:06:57Z", "sensorId": 1}]}""")
  @JsonbNillable(false)
  public record SystemEventList(List<SystemEventBody> result, String next) implements Page {}
}
