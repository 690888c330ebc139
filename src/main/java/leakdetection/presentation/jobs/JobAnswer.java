package leakdetection.presentation.jobs;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import leakdetection.application.jobs.Jobs;
import leakdetection.domain.jobs.Job;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to who asks for one job. */
@Schema(name = "JobAnswer", examples = "{\"result\": " + JobBody.EXAMPLE + "}")
public record JobAnswer(JobBody result) {

  /** Returns the answer to who started a job: 202, with the job's address. */
  public static Response accepted(Job job, Jobs jobs, UriInfo uri) {
    return Response.accepted(new JobAnswer(JobBody.of(job, jobs)))
        .location(uri.getBaseUriBuilder().path("jobs/{id}").build(job.id()))
        .build();
  }
}
