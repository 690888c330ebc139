package leakdetection.application.tsd;

import java.util.List;

/**
 * What became of a text of readings, for the person who sent it.
 *
 * @param accepted how many are new and may be judged
 * @param repeated how many were stored before with the same value
 * @param corrected how many took the place of another value, which is kept as history
 * @param quarantined how many are new and kept, but never judged
 * @param rejected how many lines hold no reading of a known sensor
 * @param problems why, by line; the first {@value #MAX_PROBLEMS} of the rejected and as many of the
 *     quarantined
 * @param problemCount how many problems there were
 */
public record ImportReport(
    long accepted,
    long repeated,
    long corrected,
    long quarantined,
    long rejected,
    List<LineProblem> problems,
    long problemCount) {

  /** So many problems of each kind are listed. */
  public static final int MAX_PROBLEMS = 1000;

  public ImportReport {
    problems = List.copyOf(problems);
  }

  /**
   * A line that was not taken as it is.
   *
   * @param line in the text, from 1; a header row is line 1
   * @param message what is wrong with it and what is allowed
   */
  public record LineProblem(long line, String message) {}
}
