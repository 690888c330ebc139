package leakdetection.application.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All generated files of the project: baselines in {@code seed/}, the demo plant in {@code mock/}.
 *
 * <p>A pure function of the seed; about 3 MB of text, made in two seconds.
 */
public final class DemoFiles {

  /** Seed of the files that the project carries. */
  public static final long SEED = 20_250_901;

  private DemoFiles() {}

  /**
   * Returns the text of every file by its path from the project's root, with {@code /} between its
   * parts.
   */
  public static SortedMap<String, String> of(long seed) {
    SortedMap<String, String> files = new TreeMap<>(SeedFiles.of(seed));
    files.putAll(new MockFiles(seed).all());
    return files;
  }

  /**
   * Writes all files below a folder, over what is there.
   *
   * @return how many files were written
   * @throws IOException if a file cannot be written
   */
  public static int write(long seed, Path folder) throws IOException {
    Map<String, String> files = of(seed);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
    return files.size();
  }
}
