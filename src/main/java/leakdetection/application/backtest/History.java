package leakdetection.application.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import leakdetection.domain.baselines.Cleaning;
import leakdetection.domain.tsd.Quality;
import leakdetection.spi.Series;

/**
 * Recorded readings of one sensor with their times.
 *
 * <p>The arrays are shared, not copied; whoever holds a history must not write to them.
 *
 * @param name what the readings are called in results, for example {@code XT2316a#1}
 * @param times [n], milliseconds since 1970 UTC, strictly rising
 * @param ppmv [n], ppmv as recorded; NaN where a row has no value, sentinels included
 */
public record History(String name, long[] times, double[] ppmv) {

  /** Missing readings that one gap may stand for in a series: about 140 days of 10 minutes. */
  private static final int LONGEST_GAP = 20_000;

  /**
   * @throws IllegalArgumentException if there is not one time per value or the times do not rise
   */
  public History {
    if (times.length != ppmv.length) {
      throw new IllegalArgumentException(
          "%s has %d times for %d readings.".formatted(name, times.length, ppmv.length));
    }
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new IllegalArgumentException(
            "The reading of %s at %s must be later than the one before, at %s."
                .formatted(
                    name, Instant.ofEpochMilli(times[i]), Instant.ofEpochMilli(times[i - 1])));
      }
    }
  }

  /** Returns the number of rows, n. */
  public int length() {
    return times.length;
  }

  /** Returns when row {@code i} was taken. */
  public Instant time(int i) {
    return Instant.ofEpochMilli(times[i]);
  }

  /** Tells whether a detector may see row {@code i}: finite and within what a sensor measures. */
  public boolean isUsable(int i) {
    return Quality.of(ppmv[i]).isJudged();
  }

  /** Returns the row at this time, or a negative number if there is none. */
  public int indexOf(long epochMillis) {
    return Arrays.binarySearch(times, epochMillis);
  }

  /** Returns the rows before a time, under another name. */
  public History before(String part, Instant time) {
    return rows(part, 0, firstFrom(time.toEpochMilli()));
  }

  /** Returns the rows at and after a time, under another name. */
  public History from(String part, Instant time) {
    return rows(part, firstFrom(time.toEpochMilli()), length());
  }

  private History rows(String part, int from, int to) {
    return new History(
        part, Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(ppmv, from, to));
  }

  /**
   * Returns the sampling interval: the median of the steps between rows, usable or not.
   *
   * @throws IllegalArgumentException with fewer than two usable readings
   */
  public Duration interval() {
    long usable = IntStream.range(0, length()).filter(this::isUsable).count();
    if (usable < 2) {
      throw new IllegalArgumentException(
          "%s has %d usable readings; at least 2 are needed.".formatted(name, usable));
    }
    long[] steps = new long[length() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    return Duration.ofMillis(steps[steps.length / 2]);
  }

  /**
   * Returns the usable readings as a baseline: one after the other, with NaN for each reading that
   * a gap longer than one and a half intervals leaves out (at most 20,000 a gap), so that a
   * detector can tell how long the gap was.
   *
   * @throws IllegalArgumentException with fewer than two usable readings
   */
  public Series series() {
    Duration interval = interval();
    double step = interval.toMillis();
    double[] slots = new double[length()];
    int filled = 0;
    long last = 0;
    for (int i = 0; i < length(); i++) {
      if (!isUsable(i)) {
        continue;
      }
      long missing = filled == 0 ? 0 : Math.round((times[i] - last) / step) - 1;
      int blank = (int) Math.max(0, Math.min(LONGEST_GAP, missing));
      if (filled + blank + 1 > slots.length) {
        slots = Arrays.copyOf(slots, Math.max(filled + blank + 1, slots.length * 3 / 2));
      }
      Arrays.fill(slots, filled, filled + blank, Double.NaN);
      filled += blank;
      slots[filled++] = ppmv[i];
      last = times[i];
    }
    return new Series(Arrays.copyOf(slots, filled), interval);
  }

  /** Returns the first row at or after a time; the number of rows if there is none. */
  int firstFrom(long epochMillis) {
    int found = indexOf(epochMillis);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * Returns {@link #series()} without its anomalies, as a baseline of the product is cleaned.
   *
   * @throws IllegalArgumentException with less than two days of readings
   */
  public Series cleanedSeries() {
    Series all = series();
    int day = (int) Math.max(2, Duration.ofDays(1).dividedBy(all.interval()));
    return new Series(Cleaning.ofWindow(day).clean(all.ppmv()), all.interval());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History that
        && name.equals(that.name)
        && Arrays.equals(times, that.times)
        && Arrays.equals(ppmv, that.ppmv);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.hashCode(ppmv);
  }

  @Override
  public String toString() {
    return "History[%s, %d readings]".formatted(name, length());
  }
}
