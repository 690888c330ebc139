package leakdetection.domain.tsd;

import java.util.Objects;

/**
 * A reading and where it stood in its source.
 *
 * @param line from 1; a header row is line 1, and blank lines count
 * @param reading what the line says; sources may repeat and disorder times
 */
public record ReadingLine(long line, RawReading reading) {

  /**
   * @throws IllegalArgumentException if the line is not positive
   */
  public ReadingLine {
    Objects.requireNonNull(reading, "A reading's line needs its reading.");
    if (line < 1) {
      throw new IllegalArgumentException("The line (%d) must be 1 or more.".formatted(line));
    }
  }
}
