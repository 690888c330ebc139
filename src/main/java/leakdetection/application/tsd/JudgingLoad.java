package leakdetection.application.tsd;

/** Knows how far the judges are behind. */
@FunctionalInterface
public interface JudgingLoad {

  /** Returns about how many stored readings wait to be judged. */
  long waitingReadings();
}
