package leakdetection.presentation.backups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import leakdetection.application.backups.Backup;
import leakdetection.application.backups.Backups;
import leakdetection.application.jobs.Jobs;
import leakdetection.presentation.jobs.JobAnswer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Copies of the database that are made while it is used. */
@Path("backups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backups")
public class BackupResource {

  @Inject Backups backups;
  @Inject Jobs jobs;

  @POST
  @Operation(
      summary = "Make a backup",
      description =
          """
          Starts a job that copies the database as it is at one moment into the folder of the \
          backups and checks the copy; readings are taken and judged meanwhile. The newest ones \
          (`BACKUPS_KEPT`) are kept. Refused (409) while another one is made. A backup takes the \
          database's place with the command `restore` of the command line.""")
  @APIResponseSchema(
      value = JobAnswer.class,
      responseCode = "202",
      responseDescription = "The job; when it is done its figures name the backup")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response make(@Context UriInfo uri) {
    return JobAnswer.accepted(backups.start(), jobs, uri);
  }

  @GET
  @Operation(
      summary = "List the backups",
      description = "Newest first; each was found sound when it was made.")
  @APIResponseSchema(value = BackupList.class, responseDescription = "The backups")
  public BackupList all() {
    return new BackupList(backups.all());
  }

  /** The answer to who asks for the backups. */
  @Schema(
      name = "BackupList",
      examples =
          """
          {"result": [{"name": "leak-detection-20210405T140657.000Z.sqlite3",
                       "madeAt": "2021-04-05T14:06:57Z", "bytes": 10485760}]}""")
  public record BackupList(List<Backup> result) {}
}
