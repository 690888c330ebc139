package leakdetection.infrastructure.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.domain.tsd.ReadingParser;

/**
 * A file of readings that is read a stretch at a time, so that memory does not grow with its
 * length. Lines that hold no reading are logged and passed over.
 */
final class ReplayFile {

  /** How many readings are held in memory. */
  private static final int STRETCH = 10_000;

  private static final Logger LOG = Logger.getLogger(ReplayFile.class.getName());

  private final Path file;
  private final ReadingParser parser;

  ReplayFile(Path file, ReadingParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /** Returns the next readings after a line; none at the end of the file. */
  Deque<ReadingLine> after(long line) throws IOException {
    Deque<ReadingLine> stretch = new ArrayDeque<>();
    try (Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      parser.read(
          reader,
          reading -> {
            if (reading.line() > line) {
              stretch.add(reading);
            }
            if (stretch.size() == STRETCH) {
              throw new StretchFull();
            }
          },
          malformed -> {
            if (malformed.line() > line) {
              LOG.log(
                  Level.WARNING,
                  "Line {0} of {1} is passed over: {2}",
                  new Object[] {malformed.line(), file.getFileName(), malformed.message()});
            }
          });
    } catch (StretchFull enough) {
      // The parser has no other way to be stopped.
    }
    return stretch;
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }

  private static final class StretchFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StretchFull() {
      super(null, null, false, false);
    }
  }
}
