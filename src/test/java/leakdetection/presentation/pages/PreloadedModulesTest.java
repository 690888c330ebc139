package leakdetection.presentation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of a sensor names every module that its script needs, so that none waits for another.
 */
class PreloadedModulesTest {

  private static final Path ROOT = Path.of("src/main/webapp");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import) \"([./][^\"]+)\"");
  private static final Pattern PRELOAD = Pattern.compile("modulepreload\" href=\"([^\"]+)\"");

  @Test
  void pageOfSensorNamesAllModulesOfItsScript() throws IOException {
    Set<String> needed = new TreeSet<>();
    collect("/sensors/sensor.js", needed);
    needed.remove("/sensors/sensor.js");

    assertThat(found(PRELOAD, ROOT.resolve("sensors/sensor.xhtml"))).isEqualTo(needed);
  }

  private static void collect(String module, Set<String> modules) {
    Path file = ROOT.resolve(module.substring(1));
    if (modules.add(module) && Files.exists(file)) {
      Path folder = Path.of(module).getParent();
      found(IMPORT, file)
          .forEach(named -> collect(folder.resolve(named).normalize().toString(), modules));
    }
  }

  private static Set<String> found(Pattern pattern, Path file) {
    try {
      return pattern
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult match) -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
