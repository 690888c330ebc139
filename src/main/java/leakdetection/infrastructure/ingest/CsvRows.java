package leakdetection.infrastructure.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.PushedReading;
import leakdetection.domain.tsd.RawReading;

/**
 * The rows of one comma-separated text, the first of which may be a header.
 *
 * <p>Quotation marks have no power over line ends, because one stray mark would then swallow the
 * lines after it; a pair around a column is taken off.
 */
final class CsvRows {
  private final Consumer<PushedReading> readings;
  private final Consumer<MalformedLine> malformed;
  private final CsvColumns ofThree;
  private boolean begun;
  private Optional<CsvColumns> named = Optional.empty();
  private CsvColumns columns;

  private CsvRows(
      CsvColumns ofThree, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed) {
    this.ofThree = ofThree;
    this.readings = readings;
    this.malformed = malformed;
  }

  /**
   * Reads a text to its end; the caller closes it.
   *
   * @param ofThree what three columns mean that no header names
   */
  static void read(
      Reader source,
      CsvColumns ofThree,
      Consumer<PushedReading> readings,
      Consumer<MalformedLine> malformed)
      throws IOException {
    CsvRows rows = new CsvRows(ofThree, readings, malformed);
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

  private void accept(CsvRecord row) {
    boolean first = !begun;
    begun = true;
    if (first && isHeader(row)) {
      return;
    }
    if (!isBlank(row)) {
      // A first line that is broken must not decide what the others mean.
      columns = named.orElseGet(() -> CsvColumns.ofWidth(row.getFieldCount(), ofThree));
      reading(row);
    }
  }

  /**
   * Tells a header by the names that are looked for, or by having nothing like a time or number.
   */
  private boolean isHeader(CsvRecord row) {
    if (length(row) >= BoundedLines.LIMIT) {
      return false;
    }
    List<String> names = row.getFields().stream().map(CsvRows::bare).toList();
    named = CsvColumns.ofHeader(names);
    return named.isPresent()
        || names.stream()
            .filter(name -> !name.isEmpty())
            .noneMatch(
                name -> Character.isDigit(name.charAt(0)) || PpmvText.parse(name).isPresent());
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
      refuse(row, "The time %s is none; allowed is %s.".formatted(Shown.of(time), IsoTime.ALLOWED));
    } else if (ppmv.isEmpty()) {
      refuse(
          row, "The value %s is none; allowed is %s.".formatted(Shown.of(value), PpmvText.ALLOWED));
    } else {
      readings.accept(
          new PushedReading(
              row.getStartingLineNumber(),
              sensor(row),
              new RawReading(instant.get(), ppmv.getAsDouble())));
    }
  }

  private Optional<String> sensor(CsvRecord row) {
    return columns.sensor() < 0
        ? Optional.empty()
        : Optional.of(bare(row.getField(columns.sensor()))).filter(name -> !name.isEmpty());
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
}
