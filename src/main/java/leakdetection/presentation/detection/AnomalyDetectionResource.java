package leakdetection.presentation.detection;

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
import java.util.OptionalInt;
import leakdetection.application.detection.DetectionHistory;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.SampledHistory;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import leakdetection.presentation.web.Sampling;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the readings of a sensor were judged. */
@Path("sensors/{id}/anomaly-detections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "anomaly detections")
public class AnomalyDetectionResource {

  @Inject DetectionHistory history;

  @GET
  @Operation(
      summary = "Show how the readings of a sensor were judged",
      description =
          """
          In the order of the readings' times, in pages. The value is undefined, ok, warning or \
          critical; the score is percent of the baseline's discord, null where there is none. With \
          `points` the whole part in few points for a chart: these tell time, score and value only, \
          and `sampling` says how they were chosen.""")
  @APIResponseSchema(value = DetectionList.class, responseDescription = "The detections")
  public DetectionList list(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range,
      @BeanParam Sampling sampling,
      @BeanParam PageRequest page) {
    OptionalInt points = sampling.points(page);
    if (points.isPresent()) {
      return DetectionList.of(id, history.sampled(id, range.from(), range.to(), points.getAsInt()));
    }
    int limit = page.limit();
    return Page.of(
        history.between(id, page.time(range.from()), range.to(), limit + 1),
        limit,
        DetectionBody::of,
        detection -> PageRequest.cursorAfter(detection.timestamp()),
        (detections, next) -> new DetectionList(detections, next, null));
  }

  /** A detection as it is answered. */
  @Schema(name = "AnomalyDetection")
  public record DetectionBody(
      Long id,
      String value,
      JudgedReading timeSeriesData,
      Boolean interactiveFeedbackMode,
      Double score,
      String detectorId,
      IntervalBody interval,
      Boolean judgedLate) {

    static DetectionBody of(AnomalyDetection detection) {
      double score = detection.score();
      return new DetectionBody(
          detection.id(),
          detection.deviation().label(),
          JudgedReading.of(detection.timeSeriesData()),
          detection.isInteractiveFeedbackMode(),
          Double.isFinite(score) ? score : null,
          detection.detectorId(),
          detection.interval().map(IntervalBody::of).orElse(null),
          detection.isJudgedLate());
    }

    static DetectionBody of(long sensorId, HistoryPoint point) {
      return new DetectionBody(
          null,
          Deviation.valueOf(point.mark()).label(),
          new JudgedReading(null, null, point.time(), sensorId),
          null,
          point.value(),
          null,
          null,
          null);
    }
  }

  /** The readings of an interval whose mean was judged; the values in ppmv. */
  @Schema(name = "JudgedInterval")
  public record IntervalBody(double mean, double largest, int readings) {

    static IntervalBody of(JudgedInterval interval) {
      return new IntervalBody(interval.mean(), interval.largest(), interval.readings());
    }
  }

  /** The reading that was judged. */
  @Schema(name = "JudgedTimeSeriesData")
  public record JudgedReading(Long id, Double ppmv, Instant timestamp, long sensorId) {

    static JudgedReading of(TimeSeriesData reading) {
      return new JudgedReading(
          reading.id(), reading.ppmv(), reading.timestamp(), reading.sensorId());
    }
  }

  /** The answer to who asks for detections. */
  @Schema(
      name = "AnomalyDetectionList",
      examples =
          """
          {"result": [{"id": 9, "value": "critical",
                       "timeSeriesData": {"id": 7, "ppmv": 92.2,
                                          "timestamp": "2021-04-05T14:06:57Z", "sensorId": 1},
                       "interactiveFeedbackMode": false, "score": 231.4,
                       "detectorId": "matrix-profile"}]}""")
  @JsonbNillable(false)
  public record DetectionList(List<DetectionBody> result, String next, Sampling.Body sampling)
      implements Page {

    static DetectionList of(long sensorId, SampledHistory sample) {
      return new DetectionList(
          sample.points().stream().map(point -> DetectionBody.of(sensorId, point)).toList(),
          null,
          Sampling.Body.of(sample));
    }
  }
}
