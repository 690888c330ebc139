package leakdetection.presentation.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import leakdetection.application.backtest.BacktestJobs;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.application.jobs.Jobs;
import leakdetection.presentation.jobs.JobAnswer;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which detector would have found which leaks in the sensors' own history. */
@Path("backtests")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backtests")
public class BacktestResource {

  @Inject BacktestJobs backtests;
  @Inject Jobs jobs;

  @POST
  @Operation(
      summary = "Compare detectors on stored history",
      description =
          """
          Starts a job: each detector learns the first part of each sensor's readings and judges the \
          rest, once as it is and again with simulated leaks added. Only `sensors` and `detectors` \
          are required; without `leaks` the standard ones are added (25 to 1,000 ppmv, 6 h to 5 \
          days, half plumes and half ramps, 40 of each peak).""")
  @APIResponseSchema(
      value = JobAnswer.class,
      responseCode = "202",
      responseDescription = "The job; the result is at /backtests/{id} once it is done")
  public Response start(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = BacktestRequest.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    return JobAnswer.accepted(backtests.start(BacktestRequest.wish(body)), jobs, uri);
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Show the result of a backtest",
      description =
          """
          Recall by size of leak, false alarms per sensor-year, hours to detect and the smallest \
          leak found with 90 % probability, each with its 95 % interval, detectors side by side. \
          Refused (409) until the job is done.""")
  @APIResponseSchema(value = ResultAnswer.class, responseDescription = "The result")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public JsonObject result(
      @PathParam("id") @Parameter(description = "The id of the backtest's job", example = "5")
          long id) {
    try (JsonReader reader = Json.createReader(new StringReader(backtests.json(id)))) {
      return Json.createObjectBuilder().add("result", reader.readObject()).build();
    }
  }

  @GET
  @Path("{id}/figures")
  @Produces("text/csv")
  @Operation(
      summary = "Download the figures of a backtest as CSV",
      description = "A row per detector and size of leak, and one for all sizes together.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              example = "detector,threshold_percent,peak_ppmv,leaks,found,recall"))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response figures(
      @PathParam("id") @Parameter(description = "The id of the backtest's job", example = "5")
          long id) {
    return Response.ok(backtests.csv(id), "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"backtest-" + id + ".csv\"")
        .build();
  }

  /** The answer to who asks for a result. */
  @Schema(
      name = "BacktestAnswer",
      examples =
          """
          {"result": {"detectors": [{"name": "amsr", "detectorId": "amsr", "threshold": 100,
             "falseAlarms": {"episodes": 0, "sensorYears": 0.2,
                             "perSensorYear": {"value": 0, "lower": 0, "upper": 18.4}},
             "leaks": {"leaks": 240, "found": 158, "recall": {"value": 0.66, "lower": 0.6, "upper": 0.72}}}],
           "failures": []}}""")
  public record ResultAnswer(BacktestResult result) {}

  /** A detector that is to take part. */
  @Schema(name = "BacktestEntry", requiredProperties = "id")
  public record Entry(String id, String name, Map<String, Double> settings, Double threshold) {}

  /** The leaks that are to be simulated; durations as ISO-8601, such as PT6H. */
  @Schema(name = "BacktestLeaks")
  public record Leaks(
      List<Double> peaks,
      List<String> durations,
      List<String> shapes,
      Integer perPeak,
      Long seed) {}
}
