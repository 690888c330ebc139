package leakdetection.presentation.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import leakdetection.application.jobs.Jobs;
import leakdetection.domain.jobs.Job;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Long work: how far it is, what came of it, and calling it off. */
@Path("jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public class JobResource {

  @Inject Jobs jobs;

  @GET
  @Operation(summary = "List the jobs", description = "Newest first, in pages.")
  @APIResponseSchema(value = JobList.class, responseDescription = "The jobs")
  public JobList all(@BeanParam PageRequest page) {
    int limit = page.limit();
    return Page.of(
        jobs.before(page.id(Long.MAX_VALUE), limit + 1),
        limit,
        job -> JobBody.of(job, jobs),
        Job::id,
        JobList::new);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Show a job", description = "How far it is, and what came of it.")
  @APIResponseSchema(value = JobAnswer.class, responseDescription = "The job")
  public JobAnswer get(
      @PathParam("id") @Parameter(description = "The job's id", example = "4") long id) {
    return new JobAnswer(JobBody.of(jobs.get(id), jobs));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Call a job off",
      description = "It ends within moments as `cancelled`. Refused (409) once it has ended.")
  @APIResponseSchema(
      value = JobAnswer.class,
      responseCode = "202",
      responseDescription = "The job, which is about to end")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response cancel(
      @PathParam("id") @Parameter(description = "The job's id", example = "4") long id,
      @Context UriInfo uri) {
    return JobAnswer.accepted(jobs.cancel(id), jobs, uri);
  }

  /** The answer to who asks for the jobs. */
  @Schema(name = "JobList", examples = "{\"result\": [" + JobBody.EXAMPLE + "]}")
  @JsonbNillable(false)
  public record JobList(List<JobBody> result, String next) implements Page {}
}
