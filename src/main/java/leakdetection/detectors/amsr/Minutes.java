package leakdetection.detectors.amsr;

import java.time.Instant;

/** Times as whole minutes since 1970, rounded down. */
final class Minutes {

  /** Half the range of an int, so that spans of days can be added. */
  private static final long LIMIT = Integer.MAX_VALUE / 2;

  private Minutes() {}

  /** Returns the minute of an instant; times thousands of years away are cut to what fits. */
  static int of(Instant time) {
    long minutes = Math.floorDiv(time.getEpochSecond(), 60L);
    return (int) Math.max(-LIMIT, Math.min(LIMIT, minutes));
  }
}
