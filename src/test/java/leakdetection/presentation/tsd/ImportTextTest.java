package leakdetection.presentation.tsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import leakdetection.presentation.web.RequestException;
import org.junit.jupiter.api.Test;

class ImportTextTest {

  private static final String TEXT = "0,2021-04-05 14:06:57,92.2\n".repeat(10_000);

  @Test
  void plainAndCompressedTextAreReadAlike() throws IOException {
    assertThat(read(bytes(TEXT), Long.MAX_VALUE)).isEqualTo(TEXT);
    assertThat(read(gzip(TEXT), Long.MAX_VALUE)).isEqualTo(TEXT);
  }

  @Test
  void compressedPartsBehindEachOtherAreOneText() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      parts.write(gzip(TEXT));
    }
    InputStream arriving =
        new ByteArrayInputStream(parts.toByteArray()) {
          @Override
          public synchronized int read(byte[] target, int offset, int count) {
            return super.read(target, offset, Math.min(count, 100));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };

    assertThat(read(arriving, Long.MAX_VALUE)).isEqualTo(TEXT.repeat(5));
  }

  @Test
  void emptyAndTinyTextsAreNoFailure() throws IOException {
    assertThat(read(new byte[0], 10)).isEmpty();
    assertThat(read(bytes("1"), 10)).isEqualTo("1");
    assertThat(read(new byte[] {0x1f}, 10)).hasSize(1);
  }

  @Test
  void textMayHoldTheMostThatIsAllowedAndNotAByteMore() throws IOException {
    assertThat(read(bytes(TEXT), TEXT.length())).isEqualTo(TEXT);
    assertThat(refused(bytes(TEXT), TEXT.length() - 1L)).isEqualTo(413);
  }

  @Test
  void compressionDoesNotHideTheLength() throws IOException {
    byte[] packed = gzip(TEXT);

    assertThat(packed.length).isLessThan(10_000);
    assertThat(refused(packed, 100_000)).isEqualTo(413);
  }

  @Test
  void brokenCompressionIsTheSendersFault() throws IOException {
    byte[] packed = gzip(TEXT);
    byte[] garbled = packed.clone();
    Arrays.fill(garbled, 20, 60, (byte) 0x55);

    assertThat(refused(Arrays.copyOf(packed, packed.length / 2), Long.MAX_VALUE)).isEqualTo(400);
    assertThat(refused(Arrays.copyOf(packed, 5), Long.MAX_VALUE)).isEqualTo(400);
    assertThat(refused(garbled, Long.MAX_VALUE)).isEqualTo(400);
    assertThat(refused(new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9}, 10)).isEqualTo(400);
  }

  private static int refused(byte[] body, long maxBytes) {
    return catchThrowableOfType(RequestException.class, () -> read(body, maxBytes)).status();
  }

  private static String read(byte[] body, long maxBytes) throws IOException {
    return read(new ByteArrayInputStream(body), maxBytes);
  }

  private static String read(InputStream body, long maxBytes) throws IOException {
    StringWriter text = new StringWriter();
    try (Reader reader = ImportText.open(body, maxBytes)) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes(text));
    }
    return packed.toByteArray();
  }
}
