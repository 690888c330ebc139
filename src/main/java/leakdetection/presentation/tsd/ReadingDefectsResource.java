package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import leakdetection.application.tsd.ReadingDefects;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingGap;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the readings of a sensor were missing, and where they were wrong at first. */
@Path("sensors/{id}/time-series-data")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "time series data")
public class ReadingDefectsResource {

  private static final int MOST = 1000;

  @Inject ReadingDefects defects;

  @GET
  @Path("corrections")
  @Operation(
      summary = "Show the corrected readings of a sensor",
      description =
          """
          Each value that took the place of another, in the order of the readings' times, the first \
          1,000 of the range.""")
  @APIResponseSchema(value = CorrectionList.class, responseDescription = "The corrections")
  public CorrectionList corrections(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range) {
    return new CorrectionList(
        defects.corrections(id, range.from(), range.to(), MOST).stream()
            .map(CorrectionBody::of)
            .toList());
  }

  @GET
  @Path("gaps")
  @Operation(
      summary = "Show the gaps in the readings of a sensor",
      description =
          """
          Where nothing came for longer than the sensor may be silent, from the last reading before \
          to the first one after, by their begin; the first 1,000 of the range.""")
  @APIResponseSchema(value = GapList.class, responseDescription = "The gaps")
  public GapList gaps(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range) {
    return new GapList(
        defects.gaps(id, range.from(), range.to(), MOST).stream().map(GapBody::of).toList());
  }

  /** A correction as it is answered; values are null where there is no number. */
  @Schema(name = "ReadingCorrection")
  public record CorrectionBody(
      long timeSeriesDataId,
      Instant timestamp,
      Double before,
      String qualityBefore,
      Double after,
      String quality,
      Instant correctedAt) {

    static CorrectionBody of(ReadingCorrection correction) {
      return new CorrectionBody(
          correction.readingId(),
          correction.time(),
          number(correction.before()),
          correction.qualityBefore().label(),
          number(correction.after()),
          correction.quality().label(),
          correction.correctedAt());
    }

    private static Double number(double ppmv) {
      return Double.isFinite(ppmv) ? ppmv : null;
    }
  }

  /** The answer to who asks for corrections. */
  @Schema(
      name = "ReadingCorrectionList",
      examples =
          """
          {"result": [{"timeSeriesDataId": 7, "timestamp": "2021-04-05T14:06:57Z",
                       "before": 92.2, "qualityBefore": "good", "after": 92.4, "quality": "good",
                       "correctedAt": "2021-04-05T18:00:00Z"}]}""")
  public record CorrectionList(List<CorrectionBody> result) {}

  /** A gap as it is answered. */
  @Schema(name = "ReadingGap")
  public record GapBody(Instant from, Instant to) {

    static GapBody of(ReadingGap gap) {
      return new GapBody(gap.from(), gap.to());
    }
  }

  /** The answer to who asks for gaps. */
  @Schema(
      name = "ReadingGapList",
      examples =
          """
          {"result": [{"from": "2021-04-05T14:06:57Z", "to": "2021-04-06T08:16:57Z"}]}""")
  public record GapList(List<GapBody> result) {}
}
