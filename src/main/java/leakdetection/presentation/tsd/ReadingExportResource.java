package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.application.tsd.ReadingHistory;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.presentation.web.CsvDownload;
import leakdetection.presentation.web.PageRequest;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The readings of a sensor as a file. */
@Path("sensors/{id}/time-series-data/export")
@ApplicationScoped
@Produces("text/csv")
@Tag(name = "time series data")
public class ReadingExportResource {

  @Inject SensorRegistry sensors;
  @Inject ReadingHistory history;

  @GET
  @Operation(
      summary = "Download the readings of a sensor as CSV",
      description =
          """
          All of them in the order of their times, of any length and whatever their quality; a \
          value that is not finite is left empty. The first three columns can be sent in again.""")
  @APIResponse(
      responseCode = "200",
      description = "The readings",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  sensor,timestamp,ppmv,quality,grade
                  19XT1316,2021-04-05T14:06:57Z,92.2,good,good
                  """))
  public Response export(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range) {
    String name = CsvDownload.text(sensors.get(id).name());
    Instant from = range.from();
    return new CsvDownload<TimeSeriesData>(
            List.of("sensor", "timestamp", "ppmv", "quality", "grade"),
            cursor ->
                history.between(id, PageRequest.time(cursor, from), range.to(), CsvDownload.PAGE),
            reading -> PageRequest.cursorAfter(reading.timestamp()),
            reading -> cells(name, reading))
        .answer("readings-" + id + ".csv", PageRequest.BEGINNING);
  }

  private static List<String> cells(String sensor, TimeSeriesData reading) {
    return List.of(
        sensor,
        reading.timestamp().toString(),
        CsvDownload.number(reading.ppmv()),
        reading.quality().label(),
        reading.quality().grade().label());
  }
}
