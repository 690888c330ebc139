package leakdetection.application.detection;

import java.time.Instant;
import leakdetection.domain.Microseconds;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.tsd.TimeSeriesData;

/** The readings of a detection interval that is not over. Not thread-safe. */
final class OpenInterval {
  private final long end;
  private final long begin;
  private TimeSeriesData last;
  private double sum;
  private double largest = Double.NEGATIVE_INFINITY;
  private int count;

  OpenInterval(Instant first, long length) {
    begin = number(first, length) * length;
    end = begin + length;
  }

  /** Returns which of the intervals of this length, us, since the epoch a time lies in. */
  static long number(Instant time, long length) {
    return Math.floorDiv(Microseconds.of(time), length);
  }

  boolean holds(Instant time, long length) {
    long micros = Microseconds.of(time);
    return micros >= begin && micros < end && length == end - begin;
  }

  Instant begin() {
    return Microseconds.instant(begin);
  }

  void add(TimeSeriesData reading) {
    last = reading;
    sum += reading.ppmv();
    largest = Math.max(largest, reading.ppmv());
    count++;
  }

  long remaining() {
    return end - Microseconds.of(last.timestamp());
  }

  Sample sample() {
    return Sample.of(last, new JudgedInterval(sum / count, largest, count));
  }
}
