package leakdetection.domain.tsd;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/**
 * Reads what a source pushes. Every reading ends in one of the two consumers, in the order of the
 * text, while it is being read: memory does not grow with its length. Thread-safe.
 */
@FunctionalInterface
public interface PushParser {

  /**
   * Reads a text to its end; the caller closes it.
   *
   * @param readings takes each reading, usable or not
   * @param malformed takes each line that holds no reading
   * @throws BrokenTextException if the text cannot be read on; what stood before it was handed on
   * @throws IOException if the source itself fails
   */
  void read(Reader source, Consumer<PushedReading> readings, Consumer<MalformedLine> malformed)
      throws IOException;
}
