package leakdetection.infrastructure.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.domain.tsd.ReadingParser;

/**
 * Reads comma-separated readings: an index, a time, a value, under a header or without one.
 *
 * <p>A header may name its columns in another order ({@code Time} or {@code timestamp}, {@code
 * Values}, {@code value} or {@code ppmv}). Quotation marks have no power over line ends, because
 * one stray mark would then swallow the lines after it; a pair around a column is taken off. Keeps
 * no state between calls.
 */
public final class CsvReadingParser implements ReadingParser {

  private static final int SHOWN = 40;

  @Override
  public void read(Reader source, Consumer<ReadingLine> readings, Consumer<MalformedLine> malformed)
      throws IOException {
    Rows rows = new Rows(readings, malformed);
    // Not closed here: the source belongs to the caller, and the reader holds nothing else.
    @SuppressWarnings("resource")
    CsvReader<CsvRecord> lines =
        CsvReader.builder()
            .quoteCharacter(BoundedLines.RESERVED)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new BoundedLines(source));
    try {
      lines.forEach(rows::accept);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /** The rows of one source, the first of which may be a header. */
  private static final class Rows {
    private final Consumer<ReadingLine> readings;
    private final Consumer<MalformedLine> malformed;
    private CsvColumns columns;

    Rows(Consumer<ReadingLine> readings, Consumer<MalformedLine> malformed) {
      this.readings = readings;
      this.malformed = malformed;
    }

    void accept(CsvRecord row) {
      if (columns == null) {
        columns = CsvColumns.ofWidth(row.getFieldCount());
        if (isHeader(row)) {
          columns = CsvColumns.ofHeader(row.getFields().stream().map(Rows::bare).toList());
          return;
        }
      }
      if (!isBlank(row)) {
        reading(row);
      }
    }

    /** Tells a header by its having neither a time nor a number where a reading has them. */
    private boolean isHeader(CsvRecord row) {
      return length(row) < BoundedLines.LIMIT
          && row.getFields().stream()
              .map(Rows::bare)
              .noneMatch(field -> IsoTime.parse(field).isPresent() || isNumber(field));
    }

    private static boolean isNumber(String text) {
      return !text.isEmpty() && PpmvText.parse(text).isPresent();
    }

    private static boolean isBlank(CsvRecord row) {
      return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    private void reading(CsvRecord row) {
      if (length(row) >= BoundedLines.LIMIT) {
        refuse(row, "The line is longer than %d characters.".formatted(BoundedLines.LIMIT - 1));
      } else if (row.getFieldCount() != columns.count()) {
        refuse(
            row,
            "The line has %d column(s); allowed are %s."
                .formatted(row.getFieldCount(), columns.expected()));
      } else {
        reading(row, bare(row.getField(columns.time())), bare(row.getField(columns.value())));
      }
    }

    private void reading(CsvRecord row, String time, String value) {
      Optional<Instant> instant = IsoTime.parse(time);
      OptionalDouble ppmv = PpmvText.parse(value);
      if (instant.isEmpty()) {
        refuse(row, "The time %s is none; allowed is %s.".formatted(shown(time), IsoTime.ALLOWED));
      } else if (ppmv.isEmpty()) {
        refuse(
            row, "The value %s is none; allowed is %s.".formatted(shown(value), PpmvText.ALLOWED));
      } else {
        readings.accept(
            new ReadingLine(
                row.getStartingLineNumber(), new RawReading(instant.get(), ppmv.getAsDouble())));
      }
    }

    private void refuse(CsvRecord row, String message) {
      malformed.accept(new MalformedLine(row.getStartingLineNumber(), message));
    }

    private static int length(CsvRecord row) {
      int length = row.getFieldCount() - 1;
      for (int i = 0; i < row.getFieldCount(); i++) {
        length += row.getField(i).length();
      }
      return length;
    }

    private static String bare(String field) {
      String text = field.strip();
      boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
      return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String shown(String text) {
      StringBuilder shown = new StringBuilder("\"");
      text.codePoints()
          .limit(SHOWN)
          .map(c -> Character.isISOControl(c) ? '?' : c)
          .forEach(shown::appendCodePoint);
      return shown.append(text.length() > SHOWN ? "...\"" : "\"").toString();
    }
  }
}
