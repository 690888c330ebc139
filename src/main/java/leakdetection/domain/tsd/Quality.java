package leakdetection.domain.tsd;

import java.util.Locale;

/**
 * What is thought of a reading. Good and suspect readings are judged, because a leak begins as a
 * jump; unusable ones never reach a detector but stay visible.
 */
public enum Quality {
  GOOD(Grade.GOOD),
  /** It came after a newer one. */
  OUT_OF_ORDER(Grade.SUSPECT),
  /** It came long after a newer one. */
  LATE(Grade.SUSPECT),
  /** It stands alone, far above or below the one before and the one after it. */
  SPIKE(Grade.SUSPECT),
  /** Its time lies ahead of the server's clock. */
  CLOCK_SKEW(Grade.SUSPECT),
  /** NaN or infinite. */
  NOT_FINITE(Grade.UNUSABLE),
  /** The value by which the plant says that there is none, for example 1e14. */
  SENTINEL(Grade.UNUSABLE),
  /** No sensor can measure it: beyond 10,000 ppmv on either side of zero. */
  OUT_OF_RANGE(Grade.UNUSABLE),
  /** The sensor has shown this one value for too long. */
  STUCK(Grade.UNUSABLE);

  /** Largest magnitude that a sensor can measure, ppmv: real ones saturate there. */
  public static final double LARGEST_PPMV = 10_000;

  /** How far a reading can be used. */
  public enum Grade {
    GOOD,
    SUSPECT,
    UNUSABLE;

    /** Returns the name as the API and the pages spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Grade grade;

  Quality(Grade grade) {
    this.grade = grade;
  }

  /** Returns the quality that the value alone tells, by the standard rules. */
  public static Quality of(double ppmv) {
    return ReadingRules.STANDARD.ofValue(ppmv);
  }

  public Grade grade() {
    return grade;
  }

  /** Tells whether a detector may see such a reading. */
  public boolean isJudged() {
    return grade != Grade.UNUSABLE;
  }

  /**
   * Tells whether a detector sees such a reading in its turn. A late one missed its turn: detectors
   * take readings in the order of their times only.
   */
  public boolean isJudgedInTurn() {
    return isJudged() && !isLate();
  }

  /** Tells whether such a reading came after a newer one. */
  public boolean isLate() {
    return this == LATE || this == OUT_OF_ORDER;
  }

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
