package leakdetection.infrastructure.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.domain.tsd.ReadingParser;

/**
 * Reads comma-separated readings: an index, a time, a value, under a header or without one.
 *
 * <p>A header may name its columns in another order ({@code Time} or {@code timestamp}, {@code
 * Values}, {@code value} or {@code ppmv}). Keeps no state between calls.
 */
public final class CsvReadingParser implements ReadingParser {

  @Override
  public void read(Reader source, Consumer<ReadingLine> readings, Consumer<MalformedLine> malformed)
      throws IOException {
    CsvRows.read(
        source,
        CsvColumns.INDEXED,
        row -> readings.accept(new ReadingLine(row.line(), row.reading())),
        malformed);
  }
}
