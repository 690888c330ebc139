package leakdetection.application.jobs;

import java.util.Map;

/** What a job does. */
@FunctionalInterface
public interface JobWork {

  /**
   * Does the work on the calling thread.
   *
   * @param progress is told how far the work is, and throws when it was called off
   * @return what came of it
   * @throws leakdetection.domain.RefusedException if it cannot be done as things are; the message
   *     is for the person who asked
   */
  Outcome run(JobProgress progress);

  /**
   * What came of a job.
   *
   * @param summary one sentence
   * @param figures what a person wants to know besides, by name
   */
  record Outcome(String summary, Map<String, String> figures) {}
}
