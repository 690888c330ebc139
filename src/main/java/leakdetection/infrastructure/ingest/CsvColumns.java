package leakdetection.infrastructure.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a row holds its time and its value.
 *
 * @param time position of the time, from 0
 * @param value position of the concentration, from 0
 * @param count columns of a row
 */
record CsvColumns(int time, int value, int count) {

  /** An index, the time, the value: how every field exports its readings today. */
  static final CsvColumns INDEXED = new CsvColumns(1, 2, 3);

  /** The time and the value alone. */
  static final CsvColumns PLAIN = new CsvColumns(0, 1, 2);

  private static final Set<String> TIMES = Set.of("time", "timestamp", "datetime", "date");
  private static final Set<String> VALUES =
      Set.of("values", "value", "ppmv", "concentration", "methane");

  /** Returns the columns that a header names, else those that rows of its width have. */
  static CsvColumns ofHeader(List<String> names) {
    int time = -1;
    int value = -1;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip().toLowerCase(Locale.ROOT);
      time = time < 0 && TIMES.contains(name) ? i : time;
      value = value < 0 && VALUES.contains(name) ? i : value;
    }
    return time >= 0 && value >= 0
        ? new CsvColumns(time, value, names.size())
        : ofWidth(names.size());
  }

  /** Returns the columns of rows without a header. */
  static CsvColumns ofWidth(int count) {
    return count == 2 ? PLAIN : INDEXED;
  }

  /** Returns what a row must hold, for a message. */
  String expected() {
    return count
        + " columns with the time in column "
        + (time + 1)
        + " and the value in column "
        + (value + 1);
  }
}
