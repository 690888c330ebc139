package leakdetection.presentation.estimation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import leakdetection.presentation.web.RequestException;

/** A text that somebody sent, read as a whole because it is kept as a whole. */
final class SentText {

  /** The longest text, bytes. */
  static final int MAX_BYTES = 8 << 20;

  private static final List<String> BODY = List.of("body");

  private SentText() {}

  /**
   * Reads the text.
   *
   * @throws RequestException if it is longer than 8 MiB or no UTF-8
   */
  static String read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new RequestException(
          413,
          BODY,
          "The text is longer than %d bytes, the most that is allowed.".formatted(MAX_BYTES));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Spreadsheets put a mark in front.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException foreign) {
      throw new RequestException(400, BODY, "The text must be plain CSV in UTF-8, uncompressed.");
    }
  }
}
