package leakdetection.domain.detection;

import leakdetection.domain.RefusedException;

/**
 * Where one deviation becomes the next.
 *
 * @param warning score from which a reading is a warning, percent, positive
 * @param critical score from which a reading is critical, percent, at least {@code warning}
 */
public record Thresholds(double warning, double critical) {

  /**
   * @throws RefusedException if they are not positive and in order
   */
  public Thresholds {
    if (!(0 < warning && warning <= critical && critical < Double.POSITIVE_INFINITY)) {
      throw RefusedException.invalid(
          "thresholds",
          "The thresholds must be positive and in order, but warning is %s %% and critical %s %%."
              .formatted(warning, critical));
    }
  }

  /**
   * Returns the deviation of a score.
   *
   * @param score percent; one that is not finite is undefined
   */
  public Deviation deviationOf(double score) {
    if (!Double.isFinite(score)) {
      return Deviation.UNDEFINED;
    }
    if (score >= critical) {
      return Deviation.CRITICAL;
    }
    return score >= warning ? Deviation.WARNING : Deviation.OK;
  }
}
