package leakdetection.presentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars of the build, as a user gets them: no server and no Jakarta beside them. */
class CliJarIT {

  private static final Path JARS = Path.of("target").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void theJarRunsABacktestOnItsOwn() throws Exception {
    LocalDateTime time = LocalDateTime.parse("2024-01-01T00:00");
    List<String> lines = new ArrayList<>(List.of("time,value"));
    for (int i = 0; i < 5000; i++) {
      lines.add(time.plusMinutes(10L * i) + "," + (20 + i % 7));
    }
    Path history = Files.write(folder.resolve("sensor.csv"), lines);
    assertThat(run("detectors")).contains("matrix-profile").contains("threshold");
    assertThat(run("backtest", "--detector", "threshold", "--history", history.toString()))
        .startsWith("threshold 100: false alarm episodes 0 in 0.05 sensor-years");
  }

  @Test
  void theContractAndItsKitAreJarsOfTheirOwn() throws IOException {
    assertThat(classes("leak-detection-spi.jar"))
        .contains("leakdetection/spi/DetectorProvider.class")
        .allMatch(name -> name.startsWith("leakdetection/spi/"));
    assertThat(classes("leak-detection-spi-tests.jar"))
        .contains("leakdetection/spi/DetectorContract.class")
        .allMatch(name -> name.startsWith("leakdetection/spi/"));
  }

  private static List<String> classes(String jar) throws IOException {
    try (JarFile file = new JarFile(JARS.resolve(jar).toFile())) {
      return file.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")).toList();
    }
  }

  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JARS.resolve("leak-detection-cli.jar").toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(err)).isEmpty();
    assertThat(process.exitValue()).isZero();
    return Files.readString(out);
  }
}
