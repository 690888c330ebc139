package leakdetection.domain.tsd;

/** The forms in which sources push readings. */
public enum PushFormat {
  /** One JSON object, or an array of them; readings are numbered from 1. */
  JSON,
  /** A JSON object in each line. */
  NDJSON,
  /** Comma-separated: {@code sensor,timestamp,ppmv}, or without the first column. */
  CSV
}
