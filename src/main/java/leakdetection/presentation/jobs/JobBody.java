package leakdetection.presentation.jobs;

import java.time.Instant;
import java.util.Map;
import leakdetection.application.jobs.Jobs;
import leakdetection.domain.jobs.Job;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A job as it is answered; progress is the share that is done, 0 to 1. */
@Schema(name = "Job", examples = JobBody.EXAMPLE)
public record JobBody(
    long id,
    String kind,
    Long sensorId,
    boolean dryRun,
    String state,
    double progress,
    String summary,
    Map<String, String> figures,
    Instant createdAt,
    Instant endedAt) {

  /** What a job looks like, for the examples of the API description. */
  public static final String EXAMPLE =
      "{\"id\": 4, \"kind\": \"baseline_selection\", \"sensorId\": 1, \"dryRun\": true,"
          + " \"state\": \"done\", \"progress\": 1, \"summary\": \"The baseline high of sensor"
          + " 19XT1316 still fits best; it was not changed.\", \"figures\": {\"before\": \"high\","
          + " \"after\": \"high\"}, \"createdAt\": \"2021-04-05T14:06:57Z\","
          + " \"endedAt\": \"2021-04-05T14:06:58Z\"}";

  /** Returns the body of a job. */
  public static JobBody of(Job job, Jobs jobs) {
    return new JobBody(
        job.id(),
        job.kind().label(),
        job.sensorId().orElse(null),
        job.isDryRun(),
        job.state().label(),
        jobs.progress(job),
        job.summary(),
        job.figures(),
        job.createdAt(),
        job.endedAt().orElse(null));
  }
}
