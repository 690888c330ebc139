package leakdetection.infrastructure.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes text on with each line cut at a length, so that a file without line ends cannot fill the
 * memory, and without a byte-order mark or the character that {@link CsvReadingParser} reserves.
 */
final class BoundedLines extends FilterReader {

  /** Characters of a line that are passed on; the longest real line has about 50. */
  static final int LIMIT = 4_096;

  /** Never part of a text (a Unicode non-character), so it serves as "no quotation mark". */
  static final char RESERVED = '\uFFFF';

  private int column;
  private boolean begun;

  BoundedLines(Reader source) {
    super(source);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int kept = 0;
    while (kept == 0) {
      int count = in.read(target, offset, length);
      if (count < 0) {
        return -1;
      }
      kept = keep(target, offset, count);
    }
    return kept;
  }

  private int keep(char[] target, int offset, int count) {
    int to = offset;
    for (int from = offset; from < offset + count; from++) {
      char c = target[from];
      boolean mark = !begun && c == '\uFEFF';
      begun = true;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
      if (!mark && column <= LIMIT) {
        target[to++] = c == RESERVED ? '\uFFFD' : c;
      }
    }
    return to - offset;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
