package leakdetection.infrastructure.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a row holds its sensor, its time and its value.
 *
 * @param sensor position of the sensor's id or plant tag, from 0; -1 where rows name none
 * @param time position of the time, from 0
 * @param value position of the concentration, from 0
 * @param count columns of a row
 */
record CsvColumns(int sensor, int time, int value, int count) {

  /** An index, the time, the value: how every field exports its readings today. */
  static final CsvColumns INDEXED = new CsvColumns(-1, 1, 2, 3);

  /** The time and the value alone. */
  static final CsvColumns PLAIN = new CsvColumns(-1, 0, 1, 2);

  /** A sensor, the time and the value: how sources push without a header. */
  static final CsvColumns PUSHED = new CsvColumns(0, 1, 2, 3);

  private static final Set<String> SENSORS = Set.of("sensor", "sensorid", "sensor_id", "tag");
  private static final Set<String> TIMES = Set.of("time", "timestamp", "datetime", "date");
  private static final Set<String> VALUES =
      Set.of("values", "value", "ppmv", "concentration", "methane");

  /** Returns the columns that a header names; empty if it does not name a time and a value. */
  static Optional<CsvColumns> ofHeader(List<String> names) {
    int sensor = -1;
    int time = -1;
    int value = -1;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip().toLowerCase(Locale.ROOT);
      sensor = sensor < 0 && SENSORS.contains(name) ? i : sensor;
      time = time < 0 && TIMES.contains(name) ? i : time;
      value = value < 0 && VALUES.contains(name) ? i : value;
    }
    return time >= 0 && value >= 0
        ? Optional.of(new CsvColumns(sensor, time, value, names.size()))
        : Optional.empty();
  }

  /** Returns the columns of rows without a header. */
  static CsvColumns ofWidth(int count, CsvColumns ofThree) {
    return count == 2 ? PLAIN : ofThree;
  }

  /** Returns what a row must hold, for a message. */
  String expected() {
    return count
        + " columns with"
        + (sensor < 0 ? "" : " the sensor in column " + (sensor + 1) + ",")
        + " the time in column "
        + (time + 1)
        + " and the value in column "
        + (value + 1);
  }
}
