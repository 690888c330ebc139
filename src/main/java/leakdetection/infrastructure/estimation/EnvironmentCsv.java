package leakdetection.infrastructure.estimation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Wave;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;
import leakdetection.infrastructure.ingest.IsoTime;

/**
 * Reads what surrounds a template from CSV with a header, column by name.
 *
 * <p>Currents: {@code [time,]u,v}, m/s towards east and north, an empty cell is a missing value.
 * Waves: {@code [time,]height,period,angle_from_north}, m, s, radians. Leaks: {@code
 * name,rate,x,y,z,duration}, kg/s, m, s. Sensors: {@code name,x,y,z}. Series with times must be
 * equally spaced; missing rows are allowed in currents and count as missing values.
 */
public final class EnvironmentCsv {

  /** Most rows that one file may have. */
  public static final int MOST_ROWS = 1_000_000;

  private EnvironmentCsv() {}

  /**
   * Reads currents.
   *
   * @param step between two rows of a series without times
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static Currents currents(Reader csv, Duration step) throws IOException {
    List<NamedCsvRecord> rows = rows(csv, "u", "v");
    Instant start = start(rows);
    Duration interval = interval(rows, step);
    int count = start == null ? rows.size() : 1 + slot(rows.get(rows.size() - 1), start, interval);
    double[] east = new double[count];
    double[] north = new double[count];
    java.util.Arrays.fill(east, Double.NaN);
    for (int i = 0; i < rows.size(); i++) {
      int at = start == null ? i : slot(rows.get(i), start, interval);
      east[at] = number(rows.get(i), "u");
      north[at] = number(rows.get(i), "v");
    }
    return refusing(() -> Currents.ofComponents(east, north, start, interval));
  }

  /**
   * Reads waves.
   *
   * @param step between two rows of a series without times
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static Waves waves(Reader csv, Duration step) throws IOException {
    List<NamedCsvRecord> rows = rows(csv, "height", "period", "angle_from_north");
    List<Wave> states = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      double height = number(row, "height");
      double period = number(row, "period");
      double angle = number(row, "angle_from_north");
      states.add(refusing(row, () -> new Wave(height, period, angle)));
    }
    return refusing(() -> new Waves(states, start(rows), interval(rows, step)));
  }

  /**
   * Reads candidate leaks.
   *
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static List<Leak> leaks(Reader csv) throws IOException {
    List<Leak> leaks = new ArrayList<>();
    for (NamedCsvRecord row : rows(csv, "name", "rate", "x", "y", "z", "duration")) {
      double rate = number(row, "rate");
      double seconds = number(row, "duration");
      Position position = position(row);
      leaks.add(
          refusing(
              row,
              () ->
                  new Leak(
                      row.getField("name").strip(),
                      rate,
                      position,
                      Duration.ofMillis(Math.round(1000 * seconds)))));
    }
    return leaks;
  }

  /**
   * Reads sensors' positions by name, in the file's order.
   *
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static Map<String, Position> sensors(Reader csv) throws IOException {
    Map<String, Position> sensors = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows(csv, "name", "x", "y", "z")) {
      if (sensors.put(row.getField("name").strip(), position(row)) != null) {
        throw broken(row, "Sensor %s is there twice.".formatted(row.getField("name").strip()));
      }
    }
    return sensors;
  }

  private static List<NamedCsvRecord> rows(Reader csv, String... columns) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      for (NamedCsvRecord row : reader) {
        for (String column : columns) {
          if (row.findField(column).isEmpty()) {
            throw broken(
                row, "The column %s is missing, of %s.".formatted(column, List.of(columns)));
          }
        }
        rows.add(row);
        if (rows.size() > MOST_ROWS) {
          throw broken(row, "More than %d rows are too many.".formatted(MOST_ROWS));
        }
      }
      if (rows.isEmpty()) {
        throw new IOException("There is no row below the header %s.".formatted(List.of(columns)));
      }
      return rows;
    } catch (RuntimeException malformed) {
      throw new IOException("This is no CSV with a header: " + malformed.getMessage(), malformed);
    }
  }

  private static Position position(NamedCsvRecord row) throws IOException {
    double x = number(row, "x");
    double y = number(row, "y");
    double z = number(row, "z");
    return refusing(row, () -> new Position(x, y, z));
  }

  private static Instant start(List<NamedCsvRecord> rows) throws IOException {
    return rows.get(0).findField("time").isPresent() ? time(rows.get(0)) : null;
  }

  private static Duration interval(List<NamedCsvRecord> rows, Duration step) throws IOException {
    if (rows.size() < 2 || start(rows) == null) {
      return step;
    }
    Duration interval = Duration.between(time(rows.get(0)), time(rows.get(1)));
    if (interval.isNegative() || interval.isZero()) {
      throw broken(rows.get(1), "The time must be later than in the row before.");
    }
    return interval;
  }

  private static int slot(NamedCsvRecord row, Instant start, Duration interval) throws IOException {
    long offset = Duration.between(start, time(row)).toMillis();
    long slot = Math.round((double) offset / interval.toMillis());
    if (slot < 0 || slot > MOST_ROWS) {
      throw broken(row, "The time lies outside %d steps from the first.".formatted(MOST_ROWS));
    }
    return (int) slot;
  }

  private static Instant time(NamedCsvRecord row) throws IOException {
    String text = row.getField("time").strip();
    return IsoTime.parse(text)
        .orElseThrow(
            () -> broken(row, "The time '%s' must be %s.".formatted(text, IsoTime.ALLOWED)));
  }

  private static double number(NamedCsvRecord row, String column) throws IOException {
    String text = row.getField(column).strip();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw broken(row, "The %s '%s' is no number.".formatted(column, text));
    }
  }

  private interface Making<T> {
    T make() throws IOException;
  }

  private static <T> T refusing(NamedCsvRecord row, Making<T> making) throws IOException {
    try {
      return making.make();
    } catch (RuntimeException refused) {
      throw broken(row, refused.getMessage());
    }
  }

  private static <T> T refusing(Making<T> making) throws IOException {
    try {
      return making.make();
    } catch (RuntimeException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static IOException broken(NamedCsvRecord row, String fact) {
    return new IOException("Line %d: %s".formatted(row.getStartingLineNumber(), fact));
  }
}
