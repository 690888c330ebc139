package leakdetection.domain.tsd;

import java.util.Arrays;

/**
 * How far the readings of a sensor are apart: the median of the last {@value #REMEMBERED}
 * distances, so that gaps and jitter do not count. Not thread-safe.
 */
public final class SamplingRate {

  /** How many distances count. */
  public static final int REMEMBERED = 15;

  /** With fewer nothing is said. */
  private static final int LEAST = 3;

  private final long[] distances = new long[REMEMBERED];
  private int count;
  private int next;
  private long median;

  /** Takes note of the distance of a reading from the one before it, microseconds. */
  public void add(long distance) {
    boolean asBefore = count == REMEMBERED && distances[next] == distance;
    distances[next] = distance;
    next = (next + 1) % REMEMBERED;
    count = Math.min(count + 1, REMEMBERED);
    if (!asBefore) {
      long[] sorted = Arrays.copyOf(distances, count);
      Arrays.sort(sorted);
      median = sorted[count / 2];
    }
  }

  /** Returns the usual distance, microseconds; 0 while too few readings are known. */
  public long interval() {
    return count < LEAST ? 0 : median;
  }
}
