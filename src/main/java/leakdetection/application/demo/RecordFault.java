package leakdetection.application.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import leakdetection.domain.tsd.RawReading;

/** Something that goes wrong between a sensor and its file, as it does with real ones. */
@FunctionalInterface
interface RecordFault {

  /** Returns what is left of a record in order of time; takes chance for its details. */
  List<RawReading> apply(List<RawReading> record, Chance chance);

  /** What a sensor that is not yet connected delivers, ppmv. */
  double SENTINEL = 1e14;

  /** Some sentinels at odd times in the weeks before the record, as at the start of real files. */
  static RecordFault sentinelsBefore(int count) {
    return (record, chance) -> {
      List<RawReading> longer = new ArrayList<>();
      Instant start = record.get(0).time();
      for (int i = count; i > 0; i--) {
        long steps = 500L * (i - 1) + 1 + (long) chance.between(0, 400);
        longer.add(new RawReading(start.minus(Sea.STEP.multipliedBy(steps)), SENTINEL));
      }
      longer.addAll(record);
      return longer;
    };
  }

  /** Nothing from a day of the record on, for so long. */
  static RecordFault gap(double day, Duration length) {
    return (record, chance) -> {
      Instant from = after(record, day);
      return record.stream()
          .filter(r -> r.time().isBefore(from) || !r.time().isBefore(from.plus(length)))
          .toList();
    };
  }

  /** Single readings missing here and there. */
  static RecordFault missing(double share) {
    return (record, chance) -> record.stream().filter(r -> chance.uniform() >= share).toList();
  }

  /** A value of this kind in place of the reading here and there. */
  static RecordFault sprinkled(double share, double value) {
    return (record, chance) ->
        each(record, r -> chance.uniform() < share ? new RawReading(r.time(), value) : r);
  }

  /** The same value again and again from a day of the record on, for so long. */
  static RecordFault stuck(double day, Duration length) {
    return (record, chance) -> {
      Instant from = after(record, day);
      double value =
          record.stream().filter(r -> !r.time().isBefore(from)).findFirst().orElseThrow().ppmv();
      return each(
          record,
          r ->
              r.time().isBefore(from) || !r.time().isBefore(from.plus(length))
                  ? r
                  : new RawReading(r.time(), value));
    };
  }

  /** Only a reading every few hours, at uneven times. */
  static RecordFault every(Duration mean) {
    return (record, chance) -> {
      double steps = (double) mean.toMinutes() / Sea.STEP.toMinutes();
      List<RawReading> rest = new ArrayList<>();
      for (double at = 0; at < record.size(); at += steps * chance.between(0.5, 1.5)) {
        rest.add(record.get((int) at));
      }
      return rest;
    };
  }

  private static Instant after(List<RawReading> record, double day) {
    return record.get(0).time().plusSeconds(Math.round(day * 86_400));
  }

  private static List<RawReading> each(List<RawReading> record, UnaryOperator<RawReading> change) {
    return record.stream().map(change).toList();
  }
}
