package leakdetection.domain.tsd;

import java.time.Instant;
import java.util.List;
import leakdetection.domain.Microseconds;

/**
 * The end of a sensor's readings, by which the next one is told good, suspect or unusable. Made
 * again from what is stored, it goes on as if it had never been forgotten. Not thread-safe.
 */
public final class ReadingTail {

  /** How many of the newest readings a tail is made from. */
  public static final int LENGTH = 64;

  /** A value must come so often before a sensor is stuck at it. */
  private static final int LEAST_RUN = 12;

  private Instant newest = Instant.MIN;
  private double runValue = Double.NaN;
  private Instant runSince = Instant.MIN;
  private int run;
  private int seen;

  // The last two usable readings in turn.
  private double last = Double.NaN;
  private double beforeLast = Double.NaN;
  private long lastId;

  /** What is thought of a reading, and of the one before it now that this one is known. */
  public record Verdict(Quality quality, long spikeId) {

    /** No reading has this id. */
    public static final long NO_SPIKE = 0;
  }

  /**
   * Makes the tail of what is stored.
   *
   * @param newestLast the newest readings in the order of their times, at most {@value #LENGTH}
   */
  public static ReadingTail of(List<TimeSeriesData> newestLast) {
    ReadingTail tail = new ReadingTail();
    for (TimeSeriesData reading : newestLast) {
      if (reading.timestamp().isAfter(tail.newest)) {
        tail.newest = reading.timestamp();
      }
      boolean measured = reading.isJudged() || reading.quality() == Quality.STUCK;
      if (measured && !reading.quality().isLate()) {
        tail.follow(reading.id(), reading.timestamp(), reading.ppmv());
        tail.seen++;
      }
    }
    return tail;
  }

  /** Returns the value that all readings have that the tail was made from, ppmv; NaN if none. */
  public double unchanged() {
    return run >= LEAST_RUN && run == seen ? runValue : Double.NaN;
  }

  /** Takes note that the last value has been there since an earlier time. */
  public void unchangedSince(Instant time) {
    if (time.isBefore(runSince)) {
      runSince = time;
    }
  }

  /** Returns the time of the newest reading. */
  public Instant newest() {
    return newest;
  }

  /**
   * Judges the quality of a reading, and goes on from it if it is the newest.
   *
   * @param id the reading's
   * @param clock the server's time; null for what is not measured now, but replayed or imported
   */
  public Verdict take(long id, Instant time, double ppmv, ReadingRules rules, Instant clock) {
    Quality quality = rules.ofValue(ppmv);
    if (!time.isAfter(newest)) {
      return verdict(
          quality.isJudged() ? rules.ofLateness(Microseconds.between(time, newest)) : quality);
    }
    newest = time;
    if (!quality.isJudged()) {
      return verdict(quality);
    }
    long spike = rules.isSpike(beforeLast, last, ppmv) ? lastId : Verdict.NO_SPIKE;
    follow(id, time, ppmv);
    boolean stuck = run >= LEAST_RUN && rules.isStuck(Microseconds.between(runSince, time));
    if (stuck) {
      return new Verdict(Quality.STUCK, spike);
    }
    boolean ahead = clock != null && rules.isAhead(Microseconds.between(clock, time));
    return new Verdict(ahead ? Quality.CLOCK_SKEW : Quality.GOOD, spike);
  }

  private static Verdict verdict(Quality quality) {
    return new Verdict(quality, Verdict.NO_SPIKE);
  }

  private void follow(long id, Instant time, double ppmv) {
    beforeLast = last;
    last = ppmv;
    lastId = id;
    if (ppmv != runValue) {
      runValue = ppmv;
      runSince = time;
      run = 0;
    }
    run++;
  }
}
