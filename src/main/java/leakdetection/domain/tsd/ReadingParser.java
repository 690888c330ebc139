package leakdetection.domain.tsd;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/**
 * Reads the text in which a field records the readings of one sensor.
 *
 * <p>Every line but blank ones and the header ends in one of the two consumers, in the order of the
 * source, while it is being read: memory does not grow with its length. Thread-safe.
 */
@FunctionalInterface
public interface ReadingParser {

  /**
   * Reads a source to its end; the caller closes it.
   *
   * @param source the text; decode bytes leniently ({@code new InputStreamReader(in, UTF_8)}), so
   *     that one bad byte spoils one line
   * @param readings takes each reading, usable or not
   * @param malformed takes each line that holds no reading
   * @throws IOException if the source itself fails; never for what a line says
   */
  void read(Reader source, Consumer<ReadingLine> readings, Consumer<MalformedLine> malformed)
      throws IOException;
}
