package leakdetection.presentation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

  @TempDir private Path folder;

  private Path history;

  @BeforeEach
  void writeHistory() throws IOException {
    Random random = new Random(1);
    LocalDateTime time = LocalDateTime.parse("2024-01-01T00:00");
    List<String> lines = new ArrayList<>(List.of("time,value"));
    for (int i = 0; i < 6000; i++) {
      lines.add(time.plusMinutes(10L * i) + "," + (20 + 5 * random.nextGaussian()));
    }
    history = folder.resolve("sensor.csv");
    Files.write(history, lines);
  }

  @Test
  void tellsWhatADetectorFindsInAHistory() {
    CommandRun run =
        backtest("--detector", "threshold", "--set", "limit=150", "--history", history);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("threshold 100: false alarm episodes 0 in 0.06 sensor-years = 0.00/y; recall ")
        .contains("     50 ppmv: recall 0.000 +- 0.000 (n=40)  median TTD - h")
        .contains("    500 ppmv: recall 1.000 +- 0.000 (n=40)")
        .containsPattern(
            "smallest leak found with 90 % probability: 1\\d\\d ppmv \\(95 %: 100 to 200\\)");
  }

  @Test
  void putsDetectorsSideBySideAndWritesOneFileEach() throws IOException {
    CommandRun run =
        backtest(
            "--detector",
            "threshold",
            "--detector",
            "matrix-profile",
            "--set",
            "threshold:limit=100",
            "--set",
            "matrix-profile:window=36",
            "--history",
            history,
            "--peak",
            "200",
            "--leaks",
            "3",
            "--shape",
            "RAMP",
            "--output",
            folder.resolve("levels.csv"),
            "--figures",
            folder.resolve("figures.csv"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("side by side +false/y");
    assertThat(folder.resolve("levels-threshold.csv")).exists();
    assertThat(folder.resolve("levels-matrix-profile.csv")).exists();
    assertThat(Files.readAllLines(folder.resolve("figures.csv"))).hasSize(5);
    assertThat(Files.readAllLines(folder.resolve("levels-threshold.csv")))
        .startsWith("series,time,level")
        .element(1)
        .asString()
        .startsWith("sensor#0,2024-01-21T20:00,");
  }

  @Test
  void saysInOneLineWhatWasNotUnderstood() {
    assertUsage(backtest("--detector", "none", "--history", history))
        .contains("There is no detector 'none'. Installed: ")
        .contains("matrix-profile")
        .contains("threshold");
    assertUsage(backtest("--detector", "threshold", "--set", "limits=3", "--history", history))
        .contains("Detector threshold has no setting limits. It knows: limit.");
    assertUsage(backtest("--detector", "threshold", "--set", "limit=0", "--history", history))
        .contains("The setting limit (0 ppmv) must be a number from 1 to 10000.");
    assertUsage(backtest("--detector", "threshold", "--set", "limit=x", "--history", history))
        .contains("The setting limit ('x') must be a number.");
    assertUsage(backtest("--detector", "threshold", "--set", "limit", "--history", history))
        .contains("must be NAME=VALUE");
    assertUsage(backtest("--detector", "threshold", "--threshold", "-1", "--history", history))
        .contains("The threshold (-1.0 %) of threshold must be positive.");
    assertUsage(backtest("--detector", "threshold", "--history", history, "--train-until", "May"))
        .contains("'May' must be a time such as 2022-04-01");
    assertUsage(backtest("--detector", "threshold", "--history", history, "--peak", "0"))
        .contains("The peak (0.0 ppmv) of a leak must be above 0");
    assertUsage(backtest("--detector", "threshold", "--cleaned", "other", "--history", history))
        .contains("--cleaned other must name detectors of --detector: threshold.");
    assertUsage(backtest("--detector", "threshold")).contains("--benchmark");
    assertUsage(backtest("--history", history)).contains("--detector");
  }

  @Test
  void saysWhatFailedAndWritesNothing() throws IOException {
    Path output = folder.resolve("levels.csv");
    assertFailure(
            backtest(
                "--detector",
                "matrix-profile",
                "--history",
                history,
                "--train-until",
                "2024-01-01T12:00",
                "--output",
                output))
        .contains("Detector matrix-profile cannot learn for sensor#0")
        .contains("Nothing was written.");
    assertFailure(backtest("--detector", "threshold", "--benchmark", folder, "--output", output))
        .contains("holds no stream");
    assertFailure(backtest("--detector", "threshold", "--history", folder.resolve("x.csv")))
        .contains("x.csv: there is no such file");
    Files.writeString(history, "time,value\n2024-01-01T00:00,1\n2024-01-01T00:10,wet\n");
    assertFailure(backtest("--detector", "threshold", "--history", history, "--output", output))
        .contains("sensor.csv, line 3: The value")
        .contains("wet");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(history);
    }
  }

  @Test
  void helpTeachesWithExamples() {
    CommandRun run = backtest("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Examples:").contains("--history sensor.csv");
    assertThat(CommandRun.of("--help").out()).contains("backtest").contains("Exit codes:");
  }

  @Test
  void detectWritesTheLevelOfEveryReadingAfterTheTrainingPart() throws IOException {
    Path output = folder.resolve("levels.csv");
    CommandRun run =
        CommandRun.of(
            "detect",
            "--detector",
            "threshold",
            "--set",
            "limit=30",
            "--train-until",
            "2024-02-01",
            "--output",
            output,
            history);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("alarm at 2024-02-0")
        .contains("1536 readings judged, 0 of them undefined;");
    assertThat(Files.readAllLines(output)).hasSize(1537);
  }

  @Test
  void detectLearnsFromAnotherFile() {
    CommandRun run =
        CommandRun.of("detect", "--detector", "matrix-profile", "--baseline", history, history);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("6000 readings judged, 144 of them undefined; 0 at or above");
  }

  @Test
  void detectorsListsSettingsWithTheirBounds() {
    assertThat(CommandRun.of("detectors").out())
        .contains("threshold  Fixed limit (built-in)")
        .contains("--set limit=500  1 to 10000 ppmv.");
    assertThat(CommandRun.of("detectors", "--plugins", folder.resolve("x")).exitCode())
        .isEqualTo(1);
  }

  private static CommandRun backtest(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "backtest";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.of(all);
  }

  private static AbstractStringAssert<?> assertUsage(CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(2)
        .last()
        .isEqualTo("Try 'leak-detection backtest --help'.");
    return assertThat(run.err());
  }

  private static AbstractStringAssert<?> assertFailure(CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    return assertThat(run.err());
  }
}
