package leakdetection.presentation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import leakdetection.application.events.EventHistory;
import leakdetection.domain.events.EventFilter;
import leakdetection.domain.events.RecordedEvent;
import leakdetection.presentation.web.CsvDownload;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people were told, as files. */
@Path("events/export")
@ApplicationScoped
@Produces("text/csv")
@Tag(name = "events")
public class EventExportResource {

  @Inject EventHistory history;

  @GET
  @Path("sensors")
  @Operation(
      summary = "Download the events of sensors as CSV",
      description = "All of them or those that are wanted, of any length, oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  id,timestamp,sensor,type,detection
                  3,2021-04-05T14:06:57Z,19XT1316,critical,9
                  """))
  public Response ofSensors(@BeanParam WantedEvents wanted, @BeanParam TimeRange range) {
    EventFilter filter = wanted.filter(range);
    return new CsvDownload<RecordedEvent>(
            List.of("id", "timestamp", "sensor", "type", "detection"),
            cursor -> history.recordsOfSensors(filter, cursor, CsvDownload.PAGE),
            RecordedEvent::id,
            EventExportResource::cells)
        .answer("sensor-events.csv", 0);
  }

  @GET
  @Path("system")
  @Operation(
      summary = "Download the messages to the operators as CSV",
      description = "All of them, of any length, oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "The messages",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  id,timestamp,sensor,type,message
                  5,2021-04-05T14:06:57Z,19XT1316,info,The baseline of 19XT1316 is unchanged.
                  """))
  public Response ofSystem() {
    return new CsvDownload<RecordedEvent>(
            List.of("id", "timestamp", "sensor", "type", "message"),
            cursor -> history.recordsOfSystem(cursor, CsvDownload.PAGE),
            RecordedEvent::id,
            EventExportResource::cells)
        .answer("system-events.csv", 0);
  }

  private static List<String> cells(RecordedEvent event) {
    return List.of(
        Long.toString(event.id()),
        event.timestamp().toString(),
        CsvDownload.text(event.sensor().orElse("")),
        event.type().toLowerCase(Locale.ROOT),
        CsvDownload.text(event.text().orElse("")));
  }
}
