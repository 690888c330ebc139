package leakdetection.domain.tsd;

import java.util.Locale;

/**
 * What is thought of a reading. Good and suspect readings are judged, because a leak begins as a
 * jump; unusable ones never reach a detector but stay visible.
 */
public enum Quality {
  GOOD(Grade.GOOD),
  /** It came after a later one, or long after it was taken. */
  LATE(Grade.SUSPECT),
  /** NaN or infinite. */
  NOT_FINITE(Grade.UNUSABLE),
  /** The value by which the plant says that there is none, for example 1e14. */
  SENTINEL(Grade.UNUSABLE),
  /** No sensor can measure it: beyond 10,000 ppmv on either side of zero. */
  OUT_OF_RANGE(Grade.UNUSABLE);

  /** Largest magnitude that a sensor can measure, ppmv: real ones saturate there. */
  public static final double LARGEST_PPMV = 10_000;

  /** From here on a value is a sentinel rather than a broken measurement, ppmv. */
  private static final double SMALLEST_SENTINEL = 1e12;

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

  /** Returns the quality that the value alone tells. */
  public static Quality of(double ppmv) {
    if (!Double.isFinite(ppmv)) {
      return NOT_FINITE;
    }
    double magnitude = Math.abs(ppmv);
    if (magnitude >= SMALLEST_SENTINEL) {
      return SENTINEL;
    }
    return magnitude > LARGEST_PPMV ? OUT_OF_RANGE : GOOD;
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
    return isJudged() && this != LATE;
  }

  /** Returns the name as the API and the pages spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
