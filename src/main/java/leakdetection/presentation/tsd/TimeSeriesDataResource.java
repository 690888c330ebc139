package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import leakdetection.application.tsd.ImportReport;
import leakdetection.application.tsd.ReadingHistory;
import leakdetection.application.tsd.ReadingImport;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.SampledHistory;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import leakdetection.presentation.web.Sampling;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The readings of a sensor. */
@Path("sensors/{id}/time-series-data")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "time series data")
public class TimeSeriesDataResource {

  @Inject ReadingHistory history;
  @Inject ReadingImport imports;

  @GET
  @Operation(
      summary = "Show the readings of a sensor",
      description =
          """
          In the order of their times, in pages, whatever their quality. The value is null where \
          the source gave none. With `points` the whole part in few points for a chart: these have \
          no id, and `sampling` says how they were chosen.""")
  @APIResponseSchema(value = ReadingList.class, responseDescription = "The readings")
  public ReadingList list(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range,
      @BeanParam Sampling sampling,
      @BeanParam PageRequest page) {
    OptionalInt points = sampling.points(page);
    if (points.isPresent()) {
      return ReadingList.of(history.sampled(id, range.from(), range.to(), points.getAsInt()));
    }
    int limit = page.limit();
    return Page.of(
        history.between(id, page.time(range.from()), range.to(), limit + 1),
        limit,
        ReadingBody::of,
        reading -> PageRequest.cursorAfter(reading.timestamp()),
        (readings, next) -> new ReadingList(readings, next, null));
  }

  @POST
  @Path("import")
  @Consumes("text/csv")
  @Operation(
      summary = "Import readings from a file",
      description =
          """
          A text in the form of the sensor's field: with a header or without one, an index, a time \
          and a value in each line. It may be compressed with gzip, and hold up to 1 GiB \
          uncompressed. Lines that hold no reading are reported and the rest is taken; every \
          reading that is counted is on disk. Sending a file again changes nothing.""")
  @APIResponseSchema(value = ImportAnswer.class, responseDescription = "What became of the lines")
  public ImportAnswer read(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = SchemaType.STRING),
                      examples =
                          @ExampleObject(
                              name = "two readings",
                              value =
                                  """
                                  ,Time,Values
                                  0,2021-04-05 14:06:57,92.2
                                  1,2021-04-05 14:16:57,93.1
                                  """)))
          InputStream body)
      throws IOException {
    try (Reader text = ImportText.open(body)) {
      return new ImportAnswer(imports.read(id, text));
    }
  }

  /** A reading as it is answered. */
  @Schema(name = "TimeSeriesData")
  public record ReadingBody(Long id, Double ppmv, Instant timestamp, String quality, String grade) {

    static ReadingBody of(TimeSeriesData reading) {
      double ppmv = reading.ppmv();
      return new ReadingBody(
          reading.id(),
          Double.isFinite(ppmv) ? ppmv : null,
          reading.timestamp(),
          reading.quality().label(),
          reading.quality().grade().label());
    }

    static ReadingBody of(HistoryPoint point) {
      Quality quality = Quality.valueOf(point.mark());
      return new ReadingBody(
          null, point.value(), point.time(), quality.label(), quality.grade().label());
    }
  }

  /** The answer to who asks for readings. */
  @Schema(
      name = "TimeSeriesDataList",
      examples =
          """
          {"result": [{"id": 7, "ppmv": 92.2, "timestamp": "2021-04-05T14:06:57Z",
                       "quality": "good", "grade": "good"}],
           "next": "1617631617000001"}""")
  @JsonbNillable(false)
  public record ReadingList(List<ReadingBody> result, String next, Sampling.Body sampling)
      implements Page {

    static ReadingList of(SampledHistory sample) {
      return new ReadingList(
          sample.points().stream().map(ReadingBody::of).toList(), null, Sampling.Body.of(sample));
    }
  }

  /** The answer to who imports readings. */
  @Schema(
      name = "ImportAnswer",
      examples =
          """
          {"result": {"accepted": 2, "repeated": 0, "corrected": 0, "quarantined": 0,
                      "rejected": 1, "problemCount": 1,
                      "problems": [{"line": 4, "message": "The value \\"x\\" is none; ..."}]}}""")
  public record ImportAnswer(ImportReport result) {}
}
