package leakdetection.presentation.tsd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import leakdetection.presentation.web.RequestException;

/**
 * The text of an import, uncompressed while it is read. Whether it is compressed is told by its
 * first bytes, because people send such files with and without the header that says so.
 */
final class ImportText extends FilterInputStream {

  /** The longest text, bytes. */
  static final long MAX_BYTES = 1L << 30;

  private static final List<String> BODY = List.of("body");
  private static final int BUFFER = 1 << 13;

  private final long maxBytes;
  private long length;

  private ImportText(InputStream in, long maxBytes) {
    super(in);
    this.maxBytes = maxBytes;
  }

  /**
   * Opens the text.
   *
   * @throws RequestException now or while reading, if it is too long or its compression is broken
   */
  static Reader open(InputStream body) throws IOException {
    return open(body, MAX_BYTES);
  }

  /** Opens a text that may hold so many bytes. */
  static Reader open(InputStream body, long maxBytes) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(body, BUFFER);
    bytes.mark(2);
    boolean compressed = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    InputStream plain = compressed ? uncompressed(bytes) : bytes;
    return new InputStreamReader(new ImportText(plain, maxBytes), StandardCharsets.UTF_8);
  }

  private static InputStream uncompressed(InputStream bytes) throws IOException {
    try {
      return new GZIPInputStream(new Continued(bytes), BUFFER);
    } catch (ZipException | EOFException broken) {
      throw broken();
    }
  }

  /**
   * Says that more may come, because the decompressor asks before it looks for a further part: a
   * file may be several compressed ones behind each other, and nothing of it may be lost.
   */
  private static final class Continued extends FilterInputStream {

    Continued(InputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      return Math.max(1, super.available());
    }
  }

  private static RequestException broken() {
    return new RequestException(
        400, BODY, "The compressed text is broken; the readings before the break are stored.");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    try {
      int read = super.read(target, offset, count);
      length += Math.max(read, 0);
      if (length > maxBytes) {
        throw new RequestException(
            413,
            BODY,
            "The text is longer than %d bytes, the most that is allowed at once; what was read is stored. Send the rest in parts."
                .formatted(maxBytes));
      }
      return read;
    } catch (ZipException | EOFException broken) {
      throw broken();
    }
  }
}
