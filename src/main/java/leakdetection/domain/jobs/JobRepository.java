package leakdetection.domain.jobs;

import java.util.List;
import java.util.Optional;

/** The jobs that are kept. */
public interface JobRepository {

  /** Keeps a new job and gives it its id. */
  Job add(Job job);

  Optional<Job> find(long id);

  /** Returns jobs with smaller ids, newest first, at most {@code limit}. */
  List<Job> before(long id, int limit);

  /** Returns the newest job of a kind for a sensor that was no dry run. */
  Optional<Job> lastStarted(JobKind kind, long sensorId);

  /** Returns the jobs that have not ended. */
  List<Job> open();
}
