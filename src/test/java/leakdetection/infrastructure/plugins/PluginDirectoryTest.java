package leakdetection.infrastructure.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import leakdetection.application.detection.CatalogueChanges;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.RefusedPlugin;
import leakdetection.application.detection.UnknownDetectorException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Longer than other files by the plug-ins that it writes and compiles. */
class PluginDirectoryTest {

  @TempDir private Path work;

  private Path folder;
  private ExecutorService threads;
  private int jars;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(work.resolve("plugins"));
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void listsTheBuiltInDetectorsAndThoseOfTheJars() throws IOException {
    plugin("one.jar", "one", "");
    try (PluginDirectory catalogue = open()) {
      assertThat(catalogue.refused()).isEmpty();
      assertThat(catalogue.get("threshold").source()).isEqualTo("built-in");
      InstalledDetector one = catalogue.get("one");
      assertThat(one.source()).isEqualTo("one.jar");
      assertThat(one.sha256())
          .isEqualTo(PluginJar.sha256(Files.readAllBytes(folder.resolve("one.jar"))))
          .hasSize(64);
    }
  }

  @Test
  void namesTheInstalledDetectorsWhenOneIsUnknown() throws IOException {
    try (PluginDirectory catalogue = open()) {
      Assertions.assertThatThrownBy(() -> catalogue.get("none"))
          .isInstanceOf(UnknownDetectorException.class)
          .hasMessageContaining("'none'")
          .hasMessageContaining("threshold");
    }
  }

  @Test
  void aNewJarIsAddedAndARemovedOneIsClosedWithoutTouchingTheOthers() throws Exception {
    plugin("one.jar", "one", "");
    try (PluginDirectory catalogue = open()) {
      InstalledDetector one = catalogue.get("one");
      plugin("two.jar", "two", "");
      assertThat(catalogue.refresh().added())
          .extracting(InstalledDetector::id)
          .containsExactly("two");
      assertThat(catalogue.get("one")).isSameAs(one);
      InstalledDetector two = catalogue.get("two");
      Files.delete(folder.resolve("two.jar"));
      CatalogueChanges changes = catalogue.refresh();
      assertThat(changes.removed()).containsExactly(two);
      assertThat(changes.added()).isEmpty();
      assertThat(catalogue.find("two")).isEmpty();
      ClassLoader closed = two.provider().getClass().getClassLoader();
      assertThat(closed.getResource("META-INF/services/leakdetection.spi.DetectorProvider"))
          .isNull();
    }
  }

  @Test
  void aReplacedJarBringsItsNewDetector() throws IOException {
    plugin("one.jar", "one", "");
    try (PluginDirectory catalogue = open()) {
      plugin("one.jar", "other", "");
      CatalogueChanges changes = catalogue.refresh();
      assertThat(changes.removed()).extracting(InstalledDetector::id).containsExactly("one");
      assertThat(changes.added()).extracting(InstalledDetector::id).containsExactly("other");
      assertThat(catalogue.refresh())
          .isEqualTo(new CatalogueChanges(List.of(), List.of(), List.of()));
    }
  }

  @Test
  void aDetectorWithATakenIdIsRefusedUntilTheOtherIsGone() throws IOException {
    plugin("a.jar", "same", "");
    plugin("b.jar", "same", "");
    plugin("c.jar", "threshold", "");
    try (PluginDirectory catalogue = open()) {
      assertThat(catalogue.get("same").source()).isEqualTo("a.jar");
      assertThat(catalogue.get("threshold").source()).isEqualTo("built-in");
      assertThat(catalogue.refused())
          .extracting(RefusedPlugin::reason)
          .containsExactly(
              "Plug-in b.jar has a detector 'same', but there is one already (a.jar).",
              "Plug-in c.jar has a detector 'threshold', but there is one already (built-in).");
      Files.delete(folder.resolve("a.jar"));
      catalogue.refresh();
      assertThat(catalogue.get("same").source()).isEqualTo("b.jar");
    }
  }

  @Test
  void aFolderThatLooksLikeAJarCostsOnlyItself() throws IOException {
    plugin("good.jar", "good", "");
    Files.createDirectory(folder.resolve("folder.jar"));
    try (PluginDirectory catalogue = open()) {
      assertThat(catalogue.find("good")).isPresent();
      assertThat(onlyRefusal(catalogue))
          .isEqualTo("Plug-in folder.jar cannot be read (it is a folder).");
      Files.delete(folder.resolve("folder.jar"));
      catalogue.refresh();
      assertThat(catalogue.refused()).isEmpty();
    }
  }

  @Test
  void aDetectorForAnotherContractVersionIsRefusedByName() throws IOException {
    plugin("old.jar", "old", "", "99");
    try (PluginDirectory catalogue = open()) {
      assertThat(onlyRefusal(catalogue))
          .isEqualTo(
              "Plug-in old.jar has detector old for contract version 99; this application has"
                  + " version 1.");
    }
  }

  @Test
  void aBrokenProviderCostsOnlyItself() throws IOException {
    plugin("good.jar", "good", "");
    plugin("thrower.jar", "thrower", "if (true) throw new IllegalStateException(\"boom\");");
    plugin("linkage.jar", "linkage", "if (true) throw new NoClassDefFoundError(\"gone\");");
    try (PluginDirectory catalogue = open()) {
      assertThat(catalogue.find("good")).isPresent();
      assertThat(catalogue.refused())
          .extracting(RefusedPlugin::reason)
          .containsExactly(
              "Plug-in linkage.jar has detector plugin.Provider that cannot be made:"
                  + " NoClassDefFoundError (gone).",
              "Plug-in thrower.jar has detector plugin.Provider that cannot be made:"
                  + " IllegalStateException (boom).");
    }
  }

  @Test
  void aMissingClassOrAnEmptyOrUnreadableJarIsRefused() throws IOException {
    plugin("missing.jar", List.of("plugin.Missing", "plugin.Provider"), "found", "", "1");
    plugin("none.jar", List.of(), "none", "", "1");
    Files.writeString(folder.resolve("text.jar"), "no jar");
    try (PluginDirectory catalogue = open()) {
      assertThat(catalogue.find("found")).as("after the missing one").isPresent();
      assertThat(catalogue.refused())
          .extracting(RefusedPlugin::source)
          .containsExactly("missing.jar", "none.jar", "text.jar");
      assertThat(catalogue.refused())
          .extracting(RefusedPlugin::reason)
          .satisfiesExactly(
              reason -> assertThat(reason).contains("plugin.Missing"),
              reason -> assertThat(reason).contains("offers no detector"),
              reason -> assertThat(reason).contains("is not a readable jar"));
    }
  }

  @Test
  void aPluginThatHangsIsGivenUpWithinFiveSeconds() throws IOException {
    plugin(
        "hanging.jar",
        "hanging",
        "try { Thread.sleep(60_000); } catch (InterruptedException stop) { return null; }");
    long begun = System.nanoTime();
    try (PluginDirectory catalogue = open()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(onlyRefusal(catalogue))
          .isEqualTo("Plug-in hanging.jar did not describe its detectors in time.");
    }
  }

  @Test
  void aPluginSeesTheContractAndNothingElseOfTheApplication() throws IOException {
    plugin(
        "curious.jar",
        "curious",
        "try { Class.forName(\"leakdetection.domain.tsd.Quality\"); }"
            + " catch (ClassNotFoundException hidden) { return describe(\"blind\"); }");
    try (PluginDirectory catalogue = open()) {
      assertThat(catalogue.find("blind")).isPresent();
      assertThat(catalogue.find("curious")).isEmpty();
    }
  }

  @Test
  void aFolderThatIsNotThereHoldsNothing() throws IOException {
    try (PluginDirectory catalogue =
        new PluginDirectory(
            Optional.of(work.resolve("none")), getClass().getClassLoader(), threads)) {
      assertThat(catalogue.find("threshold")).isPresent();
      assertThat(catalogue.refused()).isEmpty();
    }
  }

  @Test
  void aJarWhoseChecksumIsNotAllowedIsNamedAndItsCodeIsNotRun() throws IOException {
    plugin("known.jar", "known", "");
    plugin("other.jar", "other", "System.setProperty(\"other.jar\", \"ran\");");
    String known = PluginJar.sha256(Files.readAllBytes(folder.resolve("known.jar")));
    try (PluginDirectory catalogue =
        new PluginDirectory(
            Optional.of(folder), getClass().getClassLoader(), threads, Set.of(known))) {
      assertThat(catalogue.find("known")).isPresent();
      assertThat(catalogue.find("other")).isEmpty();
      assertThat(onlyRefusal(catalogue)).contains("other.jar", "PLUGINS__CHECKSUMS");
      assertThat(System.getProperty("other.jar")).isNull();
    }
  }

  private PluginDirectory open() throws IOException {
    return new PluginDirectory(Optional.of(folder), getClass().getClassLoader(), threads);
  }

  private static String onlyRefusal(PluginDirectory catalogue) {
    assertThat(catalogue.refused()).hasSize(1);
    return catalogue.refused().get(0).reason();
  }

  private void plugin(String jar, String id, String statement) throws IOException {
    plugin(jar, id, statement, "leakdetection.spi.SpiVersion.CURRENT");
  }

  private void plugin(String jar, String id, String statement, String version) throws IOException {
    plugin(jar, List.of("plugin.Provider"), id, statement, version);
  }

  private void plugin(
      String jar, List<String> providers, String id, String statement, String version)
      throws IOException {
    Path sources = Files.createDirectory(work.resolve("sources" + jars));
    Path classes = Files.createDirectory(work.resolve("classes" + jars++));
    Files.writeString(sources.resolve("Provider.java"), source(id, statement, version));
    JarBuilder.build(sources, classes, providers, folder.resolve(jar));
  }

  private static String source(String id, String statement, String version) {
    return """
    package plugin;
    import leakdetection.spi.*;
    public final class Provider implements DetectorProvider {
      public DetectorDescriptor descriptor() {
        %s
        return describe("%s");
      }
      private static DetectorDescriptor describe(String id) {
        return new DetectorDescriptor(
            %s, id, id, "", "", 1, 80, 100, java.util.List.of());
      }
      public Detector create(DetectorContext context) { return null; }
      public Detector restore(DetectorContext context, DetectorSnapshot snapshot) { return null; }
    }
    """
        .formatted(statement, id, version);
  }
}
