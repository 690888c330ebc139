package leakdetection.infrastructure.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.ZipException;
import leakdetection.application.backtest.BrokenFileException;
import leakdetection.infrastructure.ingest.IsoTime;
import leakdetection.infrastructure.ingest.PpmvText;

/** Reads a CSV file with a header, column by name; every fault names the file and the line. */
final class NamedColumns {

  private final Path file;
  private List<String> header;
  private CsvRecord row;

  private NamedColumns(Path file) {
    this.file = file;
  }

  /** What happens with each row; asks for its columns. */
  interface RowConsumer {
    void accept(NamedColumns row) throws IOException;
  }

  /**
   * Reads a file row by row.
   *
   * @throws BrokenFileException naming the line that is not as it should be
   * @throws IOException if the file cannot be read
   */
  static void read(Path file, RowConsumer rows) throws IOException {
    NamedColumns columns = new NamedColumns(file);
    try (Reader source = CsvFiles.open(file);
        CsvReader<CsvRecord> lines =
            CsvReader.builder()
                // A line of another width is named here, in our words.
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(source)) {
      for (CsvRecord line : lines) {
        if (columns.header == null) {
          columns.header = List.copyOf(line.getFields());
        } else {
          columns.row = line;
          rows.accept(columns);
        }
      }
    } catch (CsvParseException broken) {
      throw columns.cutOff(broken);
    } catch (UncheckedIOException failed) {
      throw failed.getCause() instanceof EOFException || failed.getCause() instanceof ZipException
          ? columns.cutOff(failed.getCause())
          : failed.getCause();
    } catch (EOFException | ZipException broken) {
      throw columns.cutOff(broken);
    }
    if (columns.header == null) {
      throw new BrokenFileException(file, "The file is empty; a header is needed.");
    }
  }

  private BrokenFileException cutOff(Exception cause) {
    long line = row == null ? 1 : row.getStartingLineNumber() + 1;
    Throwable reason = cause.getCause() == null ? cause : cause.getCause();
    BrokenFileException broken =
        new BrokenFileException(
            file, line, "The file cannot be read from here on: %s".formatted(reason.getMessage()));
    broken.initCause(cause);
    return broken;
  }

  /** Returns the text of a column. */
  String text(String column) throws BrokenFileException {
    int at = header.indexOf(column);
    if (at < 0) {
      throw new BrokenFileException(
          file,
          1,
          "There is no column '%s', only: %s.".formatted(column, String.join(", ", header)));
    }
    if (row.getFieldCount() != header.size()) {
      throw broken(
          "The line has %d columns; the header has %d."
              .formatted(row.getFieldCount(), header.size()));
    }
    return row.getField(at);
  }

  /** Returns the time of a column. */
  Instant time(String column) throws BrokenFileException {
    String text = text(column);
    Instant time = IsoTime.parse(text).orElse(null);
    if (time == null) {
      throw broken("The %s '%s' is none; allowed is %s.".formatted(column, text, IsoTime.ALLOWED));
    }
    return time;
  }

  /** Returns the number of a column, NaN when there is none. */
  double number(String column) throws BrokenFileException {
    String text = text(column);
    OptionalDouble number = PpmvText.parse(text);
    if (number.isEmpty()) {
      throw broken("The %s '%s' is none; allowed is %s.".formatted(column, text, PpmvText.ALLOWED));
    }
    return number.getAsDouble();
  }

  /** Returns a fault of this line. */
  BrokenFileException broken(String fact) {
    return new BrokenFileException(file, row.getStartingLineNumber(), fact);
  }
}
