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
import leakdetection.application.tsd.ReadingHistory;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.RollUp;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the days of a sensor held: it stays when the readings are not kept any longer. */
@Path("sensors/{id}/time-series-data/days")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "time series data")
public class RollUpResource {

  private static final int MOST = 1000;

  @Inject ReadingHistory history;

  @GET
  @Operation(
      summary = "Show the roll-ups of a sensor's readings",
      description =
          """
          For each day (UTC) that is over: how many readings it held, their mean, and the smallest \
          and the largest at their own times; the first 1,000 of the range. They stay when the \
          readings are older than `READINGS__KEPT` and removed.""")
  @APIResponseSchema(value = DayList.class, responseDescription = "The days")
  public DayList days(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @BeanParam TimeRange range) {
    return new DayList(
        history.days(id, range.from(), range.to(), MOST).stream().map(DayBody::of).toList());
  }

  /** A day as it is answered; without usable readings it has no values. */
  @Schema(name = "ReadingDay")
  public record DayBody(
      Instant from,
      long readings,
      long unusable,
      Double mean,
      Double least,
      Instant leastAt,
      Double largest,
      Instant largestAt) {

    static DayBody of(RollUp day) {
      return new DayBody(
          day.begin(),
          day.usable(),
          day.unusable(),
          day.usable() == 0 ? null : day.mean(),
          day.least().map(HistoryPoint::value).orElse(null),
          day.least().map(HistoryPoint::time).orElse(null),
          day.largest().map(HistoryPoint::value).orElse(null),
          day.largest().map(HistoryPoint::time).orElse(null));
    }
  }

  /** The answer to who asks for the days. */
  @Schema(
      name = "ReadingDayList",
      examples =
          """
          {"result": [{"from": "2021-04-05T00:00:00Z", "readings": 144, "unusable": 0, "mean": 92.2,
                       "least": 88.1, "leastAt": "2021-04-05T03:10:00Z", "largest": 97.4,
                       "largestAt": "2021-04-05T14:06:57Z"}]}""")
  public record DayList(List<DayBody> result) {}
}
