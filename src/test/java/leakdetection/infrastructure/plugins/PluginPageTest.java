package leakdetection.infrastructure.plugins;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in that stands in {@code docs/plugins.md}, compiled from there. */
class PluginPageTest extends DetectorContract {

  @TempDir private static Path work;

  private static URLClassLoader loader;

  @BeforeAll
  static void buildFromThePage() throws IOException {
    String page = Files.readString(Path.of("docs/plugins.md"));
    int begin = page.indexOf("```java\n") + "```java\n".length();
    Path sources = Files.createDirectory(work.resolve("src"));
    Files.writeString(
        sources.resolve("PeakProvider.java"), page.substring(begin, page.indexOf("```", begin)));
    Path jar = work.resolve("peak.jar");
    JarBuilder.build(
        sources, Files.createDirectory(work.resolve("out")), List.of("acme.PeakProvider"), jar);
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @Override
  protected DetectorProvider provider() {
    return ServiceLoader.load(DetectorProvider.class, loader).stream()
        .filter(offered -> offered.type().getName().equals("acme.PeakProvider"))
        .findFirst()
        .orElseThrow()
        .get();
  }
}
