package leakdetection.infrastructure.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import leakdetection.application.backtest.Backtest;
import leakdetection.application.backtest.BacktestFiles;
import leakdetection.application.backtest.BacktestPlan;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.application.backtest.BrokenFileException;
import leakdetection.application.backtest.Contender;
import leakdetection.application.backtest.History;
import leakdetection.application.backtest.Progress;
import leakdetection.application.backtest.Trial;
import leakdetection.application.backtest.TrialSource;
import leakdetection.application.detection.InstalledDetector;
import leakdetection.application.detection.PluginThreads;
import leakdetection.detectors.threshold.ThresholdDetectorProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBacktestFilesTest {

  private static final String HEADER = "series,sensor,split,time,value,injected,amplitude,suspect";
  private static final String EVENTS =
      "event,series,sensor,amplitude_ppmv,duration_h,start,onset10,end";
  private static final String LEAK =
      "A-1-0,A#1,s,50,6,2024-01-02T00:00,2024-01-02T00:10,2024-01-02T18:00";

  @TempDir private Path folder;

  private final BacktestFiles files = new CsvBacktestFiles();

  @Test
  void readsTheLayoutOfTheBenchmark() throws IOException {
    Trial trial = benchmark(rows()).get(0).load();
    assertThat(trial.stream()).isEqualTo("A");
    assertThat(trial.training().ppmv()).containsExactly(1, 2);
    assertThat(trial.clean().ppmv()).containsExactly(3, 4);
    assertThat(trial.suspect()).containsExactly(false, true);
    assertThat(trial.copies()).hasSize(1);
    assertThat(trial.copies().get(0).readings().ppmv()).containsExactly(3, 54);
    assertThat(trial.copies().get(0).leaks().get(0).onset())
        .isEqualTo(Instant.parse("2024-01-02T00:10:00Z"));
  }

  @Test
  void takesMissingValuesForMissingReadings() throws IOException {
    String[] rows = rows();
    rows[4] = "A#0,s,test,2024-01-02T00:10,,0,0,0";
    rows[3] = "A#0,s,test,2024-01-02T00:00,-inf,0,0,0";
    History clean = benchmark(rows).get(0).load().clean();
    assertThat(clean.isUsable(0)).isFalse();
    assertThat(clean.isUsable(1)).isFalse();
  }

  @Test
  void leavesStreamsOutAndIgnoresThoseThatAreNotThere() throws IOException {
    benchmark(rows());
    gzip("B.csv.gz", HEADER, "B#train,s,train,broken,1,0,0,0");
    assertThat(files.benchmark(folder, Set.of("B", "Z")))
        .extracting(TrialSource::stream)
        .containsExactly("A");
  }

  @Test
  void namesTheFileAndTheLineOfAFault() throws IOException {
    assertThat(fault(4, "A#0,s,test,2024-13-02T00:10,4,0,0,1"))
        .startsWith(folder.resolve("A.csv.gz") + ", line 5: The time '2024-13-02T00:10' is none");
    assertThat(fault(4, "A#0,s,test,2024-01-02T00:10,four,0,0,1"))
        .contains("line 5: The value 'four' is none");
    assertThat(fault(4, "A#0,s,test,2024-01-02T00:10,4"))
        .contains("line 5: The line has 5 columns; the header has 8.");
    assertThat(fault(4, "B#0,s,test,2024-01-02T00:10,4,0,0,1"))
        .contains("line 5: The series 'B#0' must begin with 'A#'");
    assertThat(fault(4, "A#one,s,test,2024-01-02T00:10,4,0,0,1"))
        .contains("line 5: The part 'one'");
    assertThat(fault(0, HEADER.replace("value", "ppmv")))
        .contains("line 1: There is no column 'value', only: series, sensor");
  }

  @Test
  void namesWhatAStreamLacks() throws IOException {
    String[] rows = rows();
    assertThatThrownBy(() -> benchmark(rows[0], rows[3], rows[4]).get(0).load())
        .hasMessageContaining("There are no rows of A#train.");
    assertThatThrownBy(() -> benchmark(rows[0], rows[1], rows[2]).get(0).load())
        .hasMessageContaining("There are no rows of A#0.");
    assertThatThrownBy(() -> benchmark(rows[0], rows[1], rows[2], rows[3], rows[4]).get(0).load())
        .hasMessageContaining("There are no rows of A#1, for which events.csv lists leaks.");
  }

  @Test
  void namesTheLineOfABrokenLeak() throws IOException {
    gzip("A.csv.gz", rows());
    Files.write(folder.resolve("events.csv"), List.of(EVENTS, LEAK, LEAK.replace(",50,", ",-5,")));
    assertThatThrownBy(() -> files.benchmark(folder, Set.of()))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("events.csv, line 3: The peak (-5.0 ppmv)");
  }

  @Test
  void refusesAFileThatIsCutOffOrNotGzipped() throws IOException {
    gzip("A.csv.gz", rows());
    Files.write(folder.resolve("events.csv"), List.of(EVENTS, LEAK));
    Path file = folder.resolve("A.csv.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 20));
    TrialSource trial = files.benchmark(folder, Set.of()).get(0);
    assertThatThrownBy(trial::load)
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("A.csv.gz, line ");
    Files.writeString(file, HEADER);
    assertThatThrownBy(trial::load)
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("not gzipped");
  }

  @Test
  void refusesAFolderWithoutStreams() {
    assertThatThrownBy(() -> files.benchmark(folder, Set.of()))
        .hasMessageContaining("holds no stream");
    assertThatThrownBy(() -> files.benchmark(folder.resolve("x"), Set.of()))
        .hasMessageContaining("no such folder");
  }

  @Test
  void sortsAHistoryAndKeepsTheLastOfSeveralRowsWithOneTime() throws IOException {
    Path file = folder.resolve("sensor.csv");
    Files.write(
        file,
        List.of(
            ",Time,Values",
            "0,2024-01-01 00:20:00,3",
            "1,2024-01-01 00:00:00,1",
            "2,2024-01-01 00:10:00,7",
            "3,2024-01-01 00:10:00,2"));
    History history = files.history(file);
    assertThat(history.name()).isEqualTo("sensor");
    assertThat(history.ppmv()).containsExactly(1, 2, 3);
  }

  @Test
  void refusesAHistoryWithABrokenLine() throws IOException {
    Path file = folder.resolve("sensor.csv");
    Files.write(file, List.of("time,value", "2024-01-01T00:00,1", "yesterday,2"));
    assertThatThrownBy(() -> files.history(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("sensor.csv, line 3:")
        .hasMessageContaining("yesterday");
    Files.write(file, List.of("time,value"));
    assertThatThrownBy(() -> files.history(file)).hasMessageContaining("no readings");
    assertThatThrownBy(() -> files.history(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv");
  }

  @Test
  void levelsAppearOnlyWhenTheyAreKept() throws IOException {
    Path file = folder.resolve("levels.csv");
    Files.writeString(file, "before");
    History history =
        new History("A#0", new long[] {0, 600_000, 1_230_000}, new double[] {1, 2, 3});
    try (BacktestFiles.LevelFile levels = files.levels(file)) {
      levels.take(contender(), history, new double[] {12.5, Double.NaN, 100});
    }
    assertThat(file).hasContent("before");
    try (BacktestFiles.LevelFile levels = files.levels(file)) {
      levels.take(contender(), history, new double[] {12.5, Double.NaN, 100});
      levels.keep();
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            "series,time,level\nA#0,1970-01-01T00:00,12.5\nA#0,1970-01-01T00:10,\n"
                + "A#0,1970-01-01T00:20:30,100.0\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void refusesToWriteWhereThereIsNoFolder() {
    assertThatThrownBy(() -> files.levels(folder.resolve("none/levels.csv")))
        .hasMessageContaining("folder does not exist");
    assertThatThrownBy(() -> files.levels(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void figuresHaveARowForAllLeaksAndOnePerPeak() throws IOException {
    Path file = folder.resolve("figures.csv");
    BacktestResult result =
        Backtest.run(
            new BacktestPlan(List.of(contender()), benchmark(rows()), 1, Optional.empty()),
            Runnable::run,
            new PluginThreads(Thread::new),
            Progress.UNWATCHED);
    files.figures(file, result);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("detector,threshold_percent,peak_ppmv,leaks,found");
    assertThat(lines.get(1)).startsWith("threshold,100.0,,1,0,0.0,");
    assertThat(lines.get(2)).startsWith("threshold,100.0,50.0,1,0,0.0,");
  }

  private String fault(int row, String broken) throws IOException {
    String[] rows = rows();
    rows[row] = broken;
    TrialSource trial = benchmark(rows).get(0);
    try {
      trial.load();
    } catch (BrokenFileException fault) {
      return fault.getMessage();
    }
    return "no fault";
  }

  private List<TrialSource> benchmark(String... rows) throws IOException {
    gzip("A.csv.gz", rows);
    Files.write(folder.resolve("events.csv"), List.of(EVENTS, LEAK));
    return files.benchmark(folder, Set.of());
  }

  private static String[] rows() {
    return new String[] {
      HEADER,
      "A#train,s,train,2024-01-01T00:00,1,0,0,0",
      "A#train,s,train,2024-01-01T00:10,2,0,0,0",
      "A#0,s,test,2024-01-02T00:00,3,0,0,0",
      "A#0,s,test,2024-01-02T00:10,4,0,0,1",
      "A#1,s,test,2024-01-02T00:00,3,0,0,0",
      "A#1,s,test,2024-01-02T00:10,54,50,50,0"
    };
  }

  private void gzip(String name, String... lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Contender contender() {
    ThresholdDetectorProvider provider = new ThresholdDetectorProvider();
    return Contender.of(
        new InstalledDetector(provider.descriptor(), provider, InstalledDetector.BUILT_IN, ""),
        Map.of());
  }
}
