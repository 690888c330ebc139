package leakdetection.presentation.baselines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import leakdetection.application.baselines.BaselineJobs;
import leakdetection.application.baselines.BaselineVersions;
import leakdetection.application.jobs.Jobs;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineVersion;
import leakdetection.presentation.jobs.JobAnswer;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By which baseline a sensor is judged, now and before. */
@Path("sensors/{id}/baselines")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "baselines")
public class SensorBaselineResource {

  @Inject BaselineVersions versions;
  @Inject BaselineJobs baselineJobs;
  @Inject Jobs jobs;

  @GET
  @Operation(
      summary = "List the versions of a sensor's baseline",
      description =
          """
          Newest first; the first one is in force. `role=normal` (the default) judges while \
          interactive feedback is off, `role=feedback` while it is on.""")
  @APIResponseSchema(value = VersionList.class, responseDescription = "The versions")
  public VersionList all(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @QueryParam("role") @Parameter(description = "normal or feedback", example = "normal")
          String role) {
    return new VersionList(versions.of(id, role(role)).stream().map(VersionBody::of).toList());
  }

  @POST
  @Path("rollback")
  @Operation(
      summary = "Go back to an earlier version of a sensor's baseline",
      description = "Its baseline comes into force at once, as a new version.")
  @APIResponseSchema(value = VersionAnswer.class, responseDescription = "The version in force")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public VersionAnswer rollBack(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RollbackWish.class)))
          JsonMembers body) {
    int version = (int) body.requiredNumber("version");
    String role = body.text("role").orElse(null);
    body.throwIfRefused();
    return new VersionAnswer(VersionBody.of(versions.rollBack(id, role(role), version)));
  }

  @POST
  @Path("selection")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Choose the best baseline of the bank for a sensor",
      description =
          """
          Starts a job. Each baseline of the bank is tried on the sensor's cleaned readings; with \
          `dryRun=true` the job only shows what it would change.""")
  @APIResponseSchema(
      value = JobAnswer.class,
      responseCode = "202",
      responseDescription = "The job; its address is in `Location`")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response select(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @QueryParam("dryRun") @Parameter(description = "Change nothing", example = "true")
          boolean dryRun,
      @Context UriInfo uri) {
    return JobAnswer.accepted(baselineJobs.select(id, dryRun), jobs, uri);
  }

  @POST
  @Path("augmentation")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Append a sensor's cleaned new readings to its baseline",
      description = "Starts a job; with `dryRun=true` it only shows what it would change.")
  @APIResponseSchema(
      value = JobAnswer.class,
      responseCode = "202",
      responseDescription = "The job; its address is in `Location`")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response augment(
      @PathParam("id") @Parameter(description = "The sensor's id", example = "1") long id,
      @QueryParam("dryRun") @Parameter(description = "Change nothing", example = "true")
          boolean dryRun,
      @Context UriInfo uri) {
    return JobAnswer.accepted(baselineJobs.augment(id, dryRun), jobs, uri);
  }

  private static BaselineRole role(String role) {
    if (role == null || role.isEmpty()) {
      return BaselineRole.NORMAL;
    }
    for (BaselineRole known : BaselineRole.values()) {
      if (known.label().equals(role.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new RefusedException(
        RefusedException.Reason.INVALID,
        List.of("query", "role"),
        "The role must be normal or feedback.");
  }

  /** A version as it is answered. */
  @Schema(name = "BaselineVersion", examples = VersionBody.EXAMPLE)
  public record VersionBody(
      int version, String role, String reason, Instant since, BaselineBody baseline) {

    static final String EXAMPLE =
        "{\"version\": 1, \"role\": \"normal\", \"reason\": \"A new sensor starts with the"
            + " bank's baseline high.\", \"since\": \"2021-04-05T14:06:57Z\", \"baseline\": "
            + BaselineBody.EXAMPLE
            + "}";

    static VersionBody of(BaselineVersion version) {
      return new VersionBody(
          version.version(),
          version.role().label(),
          version.reason(),
          version.since(),
          BaselineBody.of(version.baseline()));
    }
  }

  /** Which version is to come into force. */
  @Schema(
      name = "RollbackWish",
      requiredProperties = "version",
      examples = "{\"version\": 1, \"role\": \"normal\"}")
  public record RollbackWish(int version, String role) {}

  /** The answer to who changed the version. */
  @Schema(name = "BaselineVersionAnswer", examples = "{\"result\": " + VersionBody.EXAMPLE + "}")
  public record VersionAnswer(VersionBody result) {}

  /** The answer to who asks for the versions. */
  @Schema(name = "BaselineVersionList", examples = "{\"result\": [" + VersionBody.EXAMPLE + "]}")
  public record VersionList(List<VersionBody> result) {}
}
