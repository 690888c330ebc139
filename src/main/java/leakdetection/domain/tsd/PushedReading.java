package leakdetection.domain.tsd;

import java.util.Objects;
import java.util.Optional;

/**
 * A reading as somebody pushed it, and where it stood in what they sent.
 *
 * @param line from 1: the line of the text; in a JSON document the number of the reading
 * @param sensor id or plant tag as it was sent; empty where none was
 * @param reading what was measured
 */
public record PushedReading(long line, Optional<String> sensor, RawReading reading) {

  /**
   * @throws IllegalArgumentException if the line is not positive
   */
  public PushedReading {
    Objects.requireNonNull(reading, "A pushed reading needs its reading.");
    if (line < 1) {
      throw new IllegalArgumentException("The line (%d) must be 1 or more.".formatted(line));
    }
  }
}
