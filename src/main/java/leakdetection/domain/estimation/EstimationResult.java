package leakdetection.domain.estimation;

/** What an estimation concludes. */
public enum EstimationResult {
  /** One candidate explains the readings well enough to act on. */
  CONFIRMED,
  /** All sensors saw the same rise: something outside the template. */
  EXTERNAL_CAUSE,
  /** Neither. */
  UNDEFINED
}
