package leakdetection.infrastructure.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example, compiled against the contract alone, packed, dropped in and loaded. */
class ExamplePluginTest extends DetectorContract {

  private static final Path EXAMPLE = Path.of("examples/rise-detector/src/main");

  @TempDir private static Path work;

  private static PluginDirectory catalogue;

  @BeforeAll
  static void dropIn() throws IOException {
    Path folder = Files.createDirectory(work.resolve("plugins"));
    Path service =
        EXAMPLE.resolve("resources/META-INF/services").resolve(DetectorProvider.class.getName());
    JarBuilder.build(
        EXAMPLE.resolve("java"),
        Files.createDirectory(work.resolve("classes")),
        Files.readAllLines(service),
        folder.resolve("rise-detector.jar"));
    ClassLoader application = ExamplePluginTest.class.getClassLoader();
    catalogue = new PluginDirectory(Optional.of(folder), application, Runnable::run);
  }

  @AfterAll
  static void close() {
    catalogue.close();
  }

  @Override
  protected DetectorProvider provider() {
    return catalogue.get("rise").provider();
  }

  @Test
  void isListedWithItsJarAndItsSettings() {
    InstalledDetector rise = catalogue.get("rise");
    assertThat(catalogue.refused()).isEmpty();
    assertThat(rise.source()).isEqualTo("rise-detector.jar");
    assertThat(rise.descriptor().settings(Map.of("minutes", 30.0)).integer("minutes"))
        .isEqualTo(30);
    assertThat(List.of(rise)).isSubsetOf(catalogue.installed());
  }
}
