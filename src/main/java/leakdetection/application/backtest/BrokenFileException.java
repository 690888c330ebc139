package leakdetection.application.backtest;

import java.io.IOException;
import java.nio.file.Path;

/** A file whose content cannot be understood; the message names the file and the line. */
public class BrokenFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file which file
   * @param line which line, from 1
   * @param fact what is wrong there and what is allowed, one sentence
   */
  public BrokenFileException(Path file, long line, String fact) {
    super("%s, line %d: %s".formatted(file, line, fact));
  }

  /**
   * @param file which file
   * @param fact what is wrong with it as a whole, one sentence
   */
  public BrokenFileException(Path file, String fact) {
    super("%s: %s".formatted(file, fact));
  }
}
