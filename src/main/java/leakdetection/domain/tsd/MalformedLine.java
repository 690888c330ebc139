package leakdetection.domain.tsd;

import java.util.Objects;

/**
 * A line of a source that holds no reading, and why.
 *
 * @param line where it stood in its source, from 1
 * @param message what is wrong with it and what is allowed, for the person who sent the file
 */
public record MalformedLine(long line, String message) {

  /**
   * @throws IllegalArgumentException if the line is not positive
   */
  public MalformedLine {
    Objects.requireNonNull(message, "A malformed line needs a message.");
    if (line < 1) {
      throw new IllegalArgumentException("The line (%d) must be 1 or more.".formatted(line));
    }
  }
}
