package leakdetection.domain.history;

/** What a history is of. */
public enum HistoryKind {
  /** Readings; the value is ppmv, the mark the quality. Usable are those that may be judged. */
  READINGS,
  /** Detections; the value is the score, percent, the mark the deviation. Usable is a number. */
  DETECTIONS
}
