package leakdetection.infrastructure.estimation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakdetection.infrastructure.ingest.IsoTime;

/** Rows of a CSV with a header; whatever is wrong is said with its line. */
final class CsvTable {

  private static final int LONGEST_SHOWN = 40;

  private CsvTable() {}

  static List<NamedCsvRecord> rows(Reader csv, String... columns) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      for (NamedCsvRecord row : reader) {
        for (String column : columns) {
          if (row.findField(column).isEmpty()) {
            throw broken(
                row,
                "The column %s is missing; the header must name %s."
                    .formatted(column, String.join(", ", columns)));
          }
        }
        rows.add(row);
        if (rows.size() > EnvironmentCsv.MOST_ROWS) {
          throw broken(row, "More than %d rows are too many.".formatted(EnvironmentCsv.MOST_ROWS));
        }
      }
      if (rows.isEmpty()) {
        throw new IOException(
            "There is no row below the header; it must name %s."
                .formatted(String.join(", ", columns)));
      }
      return rows;
    } catch (RuntimeException malformed) {
      throw new IOException("This is no CSV with a header: " + malformed.getMessage(), malformed);
    }
  }

  static Instant start(List<NamedCsvRecord> rows) throws IOException {
    return rows.get(0).findField("time").isPresent() ? time(rows.get(0)) : null;
  }

  static Duration interval(List<NamedCsvRecord> rows, Duration step) throws IOException {
    if (rows.size() < 2 || start(rows) == null) {
      return step;
    }
    long[] gaps = new long[rows.size() - 1];
    Instant before = time(rows.get(0));
    for (int i = 1; i < rows.size(); i++) {
      Instant time = time(rows.get(i));
      gaps[i - 1] = Duration.between(before, time).toMillis();
      if (gaps[i - 1] <= 0) {
        throw broken(rows.get(i), "The time must be later than in the row before.");
      }
      before = time;
    }
    // The usual gap: rows may be missing, and times may be a little off.
    Arrays.sort(gaps);
    return Duration.ofMillis(gaps[(gaps.length - 1) / 2]);
  }

  static int slot(NamedCsvRecord row, Instant start, Duration interval) throws IOException {
    long offset = Duration.between(start, time(row)).toMillis();
    long slot = Math.round((double) offset / interval.toMillis());
    if (slot > EnvironmentCsv.MOST_ROWS) {
      throw broken(
          row,
          "The time lies more than %d steps of %s after the first."
              .formatted(EnvironmentCsv.MOST_ROWS, interval));
    }
    return (int) slot;
  }

  private static Instant time(NamedCsvRecord row) throws IOException {
    String text = row.getField("time").strip();
    return IsoTime.parse(text)
        .orElseThrow(
            () -> broken(row, "The time '%s' must be %s.".formatted(shown(text), IsoTime.ALLOWED)));
  }

  static double number(NamedCsvRecord row, String column) throws IOException {
    String text = row.getField(column).strip();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw broken(row, "The %s '%s' is no number.".formatted(column, shown(text)));
    }
  }

  /** Returns a cell as far as it can be shown. */
  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  interface Making<T> {
    T make() throws IOException;
  }

  static <T> T refusing(NamedCsvRecord row, Making<T> making) throws IOException {
    try {
      return making.make();
    } catch (RuntimeException refused) {
      throw broken(row, refused.getMessage());
    }
  }

  static <T> T refusing(Making<T> making) throws IOException {
    try {
      return making.make();
    } catch (RuntimeException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  static IOException broken(NamedCsvRecord row, String fact) {
    return new IOException("Line %d: %s".formatted(row.getStartingLineNumber(), fact));
  }
}
