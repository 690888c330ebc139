package leakdetection.application.detection;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import leakdetection.application.jobs.JobProgress;
import leakdetection.spi.Series;

/**
 * The smallest rise over normal operation that a sensor's detector calls critical, found by trial:
 * the end of its baseline is judged again and again with a constant rise of a given length.
 */
public final class DetectableRise {

  /** Largest rise that is tried, ppmv; sensors saturate a little above. */
  public static final double LARGEST = 9_000;

  private static final double SMALLEST = 1;
  private static final double PRECISION = 1.05;
  private static final Duration BEFORE = Duration.ofDays(3);
  private static final Duration AFTER = Duration.ofHours(6);

  private final Assignment assignment;
  private final double[] quiet;
  private final int raisedFrom;
  private final int raisedUntil;
  private final PluginThreads plugins;

  private DetectableRise(Assignment assignment, Duration held, PluginThreads plugins) {
    this.plugins = plugins;
    Series baseline = assignment.context().baseline();
    double[] all = baseline.ppmv();
    int raised = steps(held, baseline);
    int after = steps(AFTER, baseline);
    int wanted = steps(BEFORE, baseline) + raised + after;
    this.assignment = assignment;
    this.quiet = Arrays.copyOfRange(all, Math.max(0, all.length - wanted), all.length);
    this.raisedUntil = Math.max(0, quiet.length - after);
    this.raisedFrom = Math.max(0, raisedUntil - raised);
  }

  private static int steps(Duration duration, Series series) {
    return (int) Math.max(1, duration.toMillis() / series.interval().toMillis());
  }

  /**
   * Returns the rise, ppmv, to within 5 %.
   *
   * @param assignment the detector
   * @param held how long the rise lasts
   * @param plugins runs the detector if it is foreign
   * @return empty if the detector never turns critical, or does without any rise
   */
  public static OptionalDouble of(Assignment assignment, Duration held, PluginThreads plugins) {
    DetectableRise trial = new DetectableRise(assignment, held, plugins);
    if (trial.isSeen(0) || !trial.isSeen(LARGEST)) {
      return OptionalDouble.empty();
    }
    double unseen = SMALLEST;
    double seen = LARGEST;
    while (seen > unseen * PRECISION) {
      double middle = Math.sqrt(seen * unseen);
      if (trial.isSeen(middle)) {
        seen = middle;
      } else {
        unseen = middle;
      }
    }
    return OptionalDouble.of(seen);
  }

  private boolean isSeen(double rise) {
    double[] raised = quiet.clone();
    for (int i = raisedFrom; i < raisedUntil; i++) {
      raised[i] += rise;
    }
    BaselineTrial trial =
        BaselineTrial.of(
            assignment,
            assignment.context().baseline(),
            raised,
            raisedFrom,
            new JobProgress(0),
            plugins);
    return trial.failure().isEmpty() && trial.criticals() > 0;
  }
}
