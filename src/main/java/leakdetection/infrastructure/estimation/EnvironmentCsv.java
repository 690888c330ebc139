package leakdetection.infrastructure.estimation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import leakdetection.domain.estimation.EstimationTask;
import leakdetection.domain.metocean.Currents;
import leakdetection.domain.metocean.Wave;
import leakdetection.domain.metocean.Waves;
import leakdetection.domain.sensors.Position;
import leakdetection.domain.simulation.Leak;
import leakdetection.domain.simulation.RateAwarePlumeModel;

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
  public static final int MOST_ROWS = 200_000;

  private static final int LONGEST_NAME = 255;

  private EnvironmentCsv() {}

  /**
   * Reads currents.
   *
   * @param step between two rows of a series without times
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static Currents currents(Reader csv, Duration step) throws IOException {
    List<NamedCsvRecord> rows = CsvTable.rows(csv, "u", "v");
    Instant start = CsvTable.start(rows);
    Duration interval = CsvTable.interval(rows, step);
    int count =
        start == null ? rows.size() : 1 + CsvTable.slot(rows.get(rows.size() - 1), start, interval);
    double[] east = new double[count];
    double[] north = new double[count];
    Arrays.fill(east, Double.NaN);
    for (int i = 0; i < rows.size(); i++) {
      int at = start == null ? i : CsvTable.slot(rows.get(i), start, interval);
      east[at] = current(rows.get(i), "u");
      north[at] = current(rows.get(i), "v");
    }
    return CsvTable.refusing(() -> Currents.ofComponents(east, north, start, interval));
  }

  /**
   * Reads waves.
   *
   * @param step between two rows of a series without times
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static Waves waves(Reader csv, Duration step) throws IOException {
    List<NamedCsvRecord> rows = CsvTable.rows(csv, "height", "period", "angle_from_north");
    Instant start = CsvTable.start(rows);
    Duration interval = CsvTable.interval(rows, step);
    List<Wave> states = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      if (start != null && CsvTable.slot(row, start, interval) != states.size()) {
        throw CsvTable.broken(
            row, "Sea states must be equally spaced (every %s) without gaps.".formatted(interval));
      }
      double height = CsvTable.number(row, "height");
      double period = CsvTable.number(row, "period");
      double angle = CsvTable.number(row, "angle_from_north");
      states.add(CsvTable.refusing(row, () -> new Wave(height, period, angle)));
    }
    return CsvTable.refusing(() -> new Waves(states, start, interval));
  }

  /**
   * Reads candidate leaks.
   *
   * @throws IOException if the text cannot be understood; the message names the line
   */
  public static List<Leak> leaks(Reader csv) throws IOException {
    List<Leak> leaks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (NamedCsvRecord row : CsvTable.rows(csv, "name", "rate", "x", "y", "z", "duration")) {
      requireCandidate(row, names);
      double rate = CsvTable.number(row, "rate");
      double seconds = CsvTable.number(row, "duration");
      Position position = position(row);
      leaks.add(
          CsvTable.refusing(
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
    for (NamedCsvRecord row : CsvTable.rows(csv, "name", "x", "y", "z")) {
      if (sensors.put(row.getField("name").strip(), position(row)) != null) {
        throw CsvTable.broken(
            row, "Sensor %s is there twice.".formatted(row.getField("name").strip()));
      }
    }
    return sensors;
  }

  private static void requireCandidate(NamedCsvRecord row, Set<String> names) throws IOException {
    String name = row.getField("name").strip();
    if (!names.add(name)) {
      throw CsvTable.broken(row, "The leak %s is there twice; names are unique.".formatted(name));
    }
    if (names.size() > EstimationTask.MOST_CANDIDATES) {
      throw CsvTable.broken(
          row, "At most %d candidate leaks are taken.".formatted(EstimationTask.MOST_CANDIDATES));
    }
    if (name.length() > LONGEST_NAME) {
      throw CsvTable.broken(
          row,
          "The leak's name has %d characters; at most %d are allowed."
              .formatted(name.length(), LONGEST_NAME));
    }
    double z = CsvTable.number(row, "z");
    if (!(z >= 0)) {
      throw CsvTable.broken(
          row, "Leak %s lies %s m above the seabed; it must not lie below.".formatted(name, z));
    }
    double rate = CsvTable.number(row, "rate");
    if (!(rate > 0 && rate <= RateAwarePlumeModel.LARGEST_RATE)) {
      throw CsvTable.broken(
          row,
          "The rate (%s kg/s) of leak %s must be above 0 and at most %s kg/s."
              .formatted(rate, name, RateAwarePlumeModel.LARGEST_RATE));
    }
  }

  /** Returns a component of a current, NaN where it is missing. */
  private static double current(NamedCsvRecord row, String column) throws IOException {
    double component = CsvTable.number(row, column);
    if (Math.abs(component) > Currents.FASTEST) {
      throw CsvTable.broken(
          row,
          "The current's %s (%s m/s) must be from -%s to %s m/s. Maybe it is in cm/s?"
              .formatted(column, component, Currents.FASTEST, Currents.FASTEST));
    }
    return component;
  }

  private static Position position(NamedCsvRecord row) throws IOException {
    double x = CsvTable.number(row, "x");
    double y = CsvTable.number(row, "y");
    double z = CsvTable.number(row, "z");
    return CsvTable.refusing(row, () -> new Position(x, y, z));
  }
}
