package leakdetection.infrastructure.ingest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import leakdetection.domain.tsd.BrokenTextException;

/**
 * Passes a JSON text on as long as none of its strings and numbers is longer than any of a reading,
 * because a parser holds each of them in memory whole. A byte-order mark becomes a blank.
 */
final class BoundedTokens extends FilterReader {

  /** Characters of a string or a number. */
  static final int LIMIT = 4_096;

  private boolean begun;
  private boolean inText;
  private boolean escaped;
  private int length;

  BoundedTokens(Reader source) {
    super(source);
  }

  @Override
  public int read(char[] target, int offset, int count) throws IOException {
    int read = in.read(target, offset, count);
    if (!begun && read > 0) {
      begun = true;
      target[offset] = target[offset] == '\uFEFF' ? ' ' : target[offset];
    }
    for (int i = offset; i < offset + read; i++) {
      pass(target[i]);
    }
    return read;
  }

  private void pass(char c) {
    length++;
    if (escaped) {
      escaped = false;
    } else if (inText) {
      inText = c != '"';
      escaped = c == '\\';
    } else if (c == '"') {
      inText = true;
      length = 0;
    } else if (c <= ' ' || c == ',' || c == ':' || c == '{' || c == '}' || c == '[' || c == ']') {
      length = 0;
    }
    if (length > LIMIT) {
      throw new BrokenTextException(
          "A value of the JSON text is longer than %d characters.".formatted(LIMIT));
    }
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
