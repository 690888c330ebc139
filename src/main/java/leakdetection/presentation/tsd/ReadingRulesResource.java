package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import leakdetection.application.tsd.SensorRules;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By what the readings of a sensor are checked and judged. */
@Path("sensors/{id}/reading-rules")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "time series data")
public class ReadingRulesResource {

  @Inject SensorRules rules;

  @GET
  @Operation(
      summary = "Show by what the readings of a sensor are checked and judged",
      description =
          """
          The values in force; null where there is none: a sampling interval that is measured, no \
          sentinel of the plant's own.""")
  @APIResponseSchema(value = RulesAnswer.class, responseDescription = "The rules")
  public RulesAnswer get(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id) {
    return RulesAnswer.of(rules.shown(id));
  }

  @PUT
  @Operation(
      summary = "Set by what the readings of a sensor are checked and judged",
      description =
          """
          What is not sent, or null, has its standard value again. The rules count for the readings \
          that come from now on.""")
  @APIResponseSchema(value = RulesAnswer.class, responseDescription = "The rules")
  public RulesAnswer put(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RulesBody.class)))
          JsonMembers body) {
    body.allowOnly(RulesBody.class);
    return RulesAnswer.of(rules.choose(id, read(body)));
  }

  /** Reads the rules that somebody sent. */
  static ReadingRules read(JsonMembers body) {
    Map<ReadingRule, Double> chosen = new EnumMap<>(ReadingRule.class);
    for (ReadingRule rule : ReadingRule.values()) {
      body.number(rule.label()).ifPresent(value -> chosen.put(rule, value));
    }
    body.throwIfRefused();
    ReadingRules wanted = body.tried(() -> new ReadingRules(chosen));
    body.throwIfRefused();
    return wanted;
  }

  /** What can be set. */
  @Schema(
      name = "ReadingRules",
      examples =
          """
          {"detectionIntervalSeconds": 600, "samplingIntervalSeconds": null, "silentIntervals": 3,
           "lowestPpmv": -10000, "highestPpmv": 10000, "sentinelPpmv": -999,
           "stuckAfterSeconds": 10800, "spikePpmv": 100, "lateAfterSeconds": 600,
           "clockSkewSeconds": 300}""")
  public record RulesBody(
      Double detectionIntervalSeconds,
      Double samplingIntervalSeconds,
      Double silentIntervals,
      Double lowestPpmv,
      Double highestPpmv,
      Double sentinelPpmv,
      Double stuckAfterSeconds,
      Double spikePpmv,
      Double lateAfterSeconds,
      Double clockSkewSeconds) {}

  /** The answer to who asks for the rules. */
  @Schema(
      name = "ReadingRulesAnswer",
      examples =
          """
          {"result": {"detectionIntervalSeconds": 600.0, "samplingIntervalSeconds": null,
                      "silentIntervals": 3.0, "lowestPpmv": -10000.0, "highestPpmv": 10000.0,
                      "sentinelPpmv": null, "stuckAfterSeconds": 10800.0, "spikePpmv": 100.0,
                      "lateAfterSeconds": 600.0, "clockSkewSeconds": 300.0}}""")
  public record RulesAnswer(Map<String, Double> result) {

    static RulesAnswer of(ReadingRules rules) {
      Map<String, Double> values = new LinkedHashMap<>();
      rules
          .all()
          .forEach(
              rule ->
                  values.put(
                      rule.getKey().label(), rule.getValue().isNaN() ? null : rule.getValue()));
      return new RulesAnswer(values);
    }
  }
}
