package leakdetection.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.domain.history.HistoryPoint;
import leakdetection.domain.history.RollUp;
import leakdetection.domain.history.SampledHistory;

/**
 * Takes values in the order of their times and keeps the smallest and the largest of each stretch.
 * Memory grows with the stretches, not with the values. Not thread-safe.
 */
final class Stretches {

  private final long width;
  private final List<HistoryPoint> points = new ArrayList<>();
  private long values;
  private long unusable;
  private long stretch;
  private final Extreme least = new Extreme();
  private final Extreme largest = new Extreme();

  /**
   * @param width length of a stretch, microseconds, at least 1
   */
  Stretches(long width) {
    this.width = width;
  }

  /** Takes a row of time, value, mark and whether it is usable. */
  void addValue(ResultSet row) throws SQLException {
    if (row.getBoolean(4)) {
      values++;
      extreme(row.getLong(1), row.getDouble(2), row);
    } else {
      unusable++;
    }
  }

  /** Takes what a roll-up stands for; its extremes only where they are inside of the part. */
  void addRollUp(RollUp rollUp, long from, long to) {
    values += rollUp.usable();
    unusable += rollUp.unusable();
    Stream.of(rollUp.least(), rollUp.largest())
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(HistoryPoint::time))
        .forEach(
            point -> {
              long time = InstantConverter.microseconds(point.time());
              if (time >= from && time < to) {
                extreme(time, point.value(), point.mark());
              }
            });
  }

  // The mark is read only where it is needed: most values are no extremes.
  private void extreme(long time, double value, ResultSet row) throws SQLException {
    enter(time);
    if (isLeast(value) || isLargest(value)) {
      extreme(time, value, row.getString(3));
    }
  }

  /** Takes a value that may be an extreme of its stretch. Of equal ones the first counts. */
  private void extreme(long time, double value, String mark) {
    enter(time);
    if (isLeast(value)) {
      least.set(time, value, mark);
    }
    if (isLargest(value)) {
      largest.set(time, value, mark);
    }
  }

  private boolean isLeast(double value) {
    return !least.isSet || value < least.value;
  }

  private boolean isLargest(double value) {
    return !largest.isSet || value > largest.value;
  }

  private void enter(long time) {
    long its = Math.floorDiv(time, width);
    if (its != stretch) {
      close();
      stretch = its;
    }
  }

  /** Returns what was kept. */
  SampledHistory end() {
    close();
    return new SampledHistory(
        width == 1 ? Duration.ZERO : Duration.of(width, ChronoUnit.MICROS),
        values,
        unusable,
        points);
  }

  private void close() {
    if (least.isSet) {
      boolean falling = largest.time < least.time;
      points.add((falling ? largest : least).point());
      if (least.time != largest.time) {
        points.add((falling ? least : largest).point());
      }
      least.isSet = false;
      largest.isSet = false;
    }
  }

  private static final class Extreme {
    private boolean isSet;
    private long time;
    private double value;
    private String mark;

    void set(long newTime, double newValue, String newMark) {
      isSet = true;
      time = newTime;
      value = newValue;
      mark = newMark;
    }

    HistoryPoint point() {
      return new HistoryPoint(InstantConverter.instant(time), value, mark);
    }
  }
}
