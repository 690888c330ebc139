package leakdetection.presentation.detection;

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
import leakdetection.application.detection.DetectionHistory;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.detection.AnomalyDetection;
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

/** How the readings of a sensor were judged, as a file. */
@Path("sensors/{id}/anomaly-detections/export")
@ApplicationScoped
@Produces("text/csv")
@Tag(name = "anomaly detections")
public class DetectionExportResource {

  @Inject SensorRegistry sensors;
  @Inject DetectionHistory history;

  @GET
  @Operation(
      summary = "Download how the readings of a sensor were judged as CSV",
      description =
          """
          All of them in the order of the readings' times, of any length, each with the value and \
          the quality of its reading; the score is left empty where there is none.""")
  @APIResponse(
      responseCode = "200",
      description = "The detections",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  sensor,timestamp,ppmv,quality,value,score,detector,interactive_feedback_mode
                  19XT1316,2021-04-05T14:06:57Z,92.2,good,critical,231.4,matrix-profile,false
                  """))
  public Response export(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range) {
    String name = CsvDownload.text(sensors.get(id).name());
    Instant from = range.from();
    return new CsvDownload<AnomalyDetection>(
            List.of(
                "sensor",
                "timestamp",
                "ppmv",
                "quality",
                "value",
                "score",
                "detector",
                "interactive_feedback_mode"),
            cursor ->
                history.between(id, PageRequest.time(cursor, from), range.to(), CsvDownload.PAGE),
            detection -> PageRequest.cursorAfter(detection.timestamp()),
            detection -> cells(name, detection))
        .answer("detections-" + id + ".csv", PageRequest.BEGINNING);
  }

  private static List<String> cells(String sensor, AnomalyDetection detection) {
    return List.of(
        sensor,
        detection.timestamp().toString(),
        CsvDownload.number(detection.timeSeriesData().ppmv()),
        detection.timeSeriesData().quality().label(),
        detection.deviation().label(),
        CsvDownload.number(detection.score()),
        CsvDownload.text(detection.detectorId()),
        Boolean.toString(detection.isInteractiveFeedbackMode()));
  }
}
