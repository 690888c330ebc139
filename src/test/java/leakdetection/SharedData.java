package leakdetection;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real and golden data beside the project, which is never part of it. A test that
 * needs it is skipped with the reason where it is missing.
 */
public final class SharedData {

  private SharedData() {}

  /**
   * Returns a file or folder of the shared data.
   *
   * @param relative below the folder, for example {@code golden/dtw.json}
   */
  public static Path path(String relative) {
    Path path = root().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path),
        () -> "Skipped: " + path + " is missing (set shared.dir or SHARED_DIR).");
    return path;
  }

  private static Path root() {
    String property = System.getProperty("shared.dir");
    String variable = System.getenv("SHARED_DIR");
    String folder = property != null ? property : variable != null ? variable : "../shared";
    return Path.of(folder).toAbsolutePath().normalize();
  }
}
