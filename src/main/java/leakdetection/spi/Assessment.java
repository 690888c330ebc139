package leakdetection.spi;

/**
 * A detector's judgement of one reading.
 *
 * @param score percent on the detector's own documented scale, to be held against the thresholds of
 *     its descriptor; NaN while the detector cannot judge (too few readings, a gap, a stuck sensor)
 */
public record Assessment(double score) {

  /** The judgement of a detector that cannot judge yet. */
  public static final Assessment UNDEFINED = new Assessment(Double.NaN);

  /** Tells whether the detector could judge: a score that is not finite is undefined. */
  public boolean isDefined() {
    return Double.isFinite(score);
  }
}
