package leakdetection.infrastructure.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import leakdetection.application.backtest.BrokenFileException;
import leakdetection.application.backtest.InjectedLeak;
import leakdetection.application.backtest.TrialSource;

/**
 * A folder with one {@code ID.csv.gz} a stream and the leaks in {@code events.csv}.
 *
 * <p>Columns of a stream: {@code series,time,value,suspect} and others that are not used; the
 * series are {@code ID#train}, {@code ID#0} without leaks and {@code ID#1}, {@code ID#2}, ... with
 * leaks. Columns of the leaks: {@code event,series,amplitude_ppmv,start,onset10,end}. Times are
 * UTC.
 */
final class BenchmarkFolder {

  static final String EVENTS = "events.csv";

  private static final String STREAM = ".csv" + CsvFiles.GZIP;

  private final Path folder;
  private final Set<String> skip;

  BenchmarkFolder(Path folder, Set<String> skip) {
    this.folder = folder;
    this.skip = Set.copyOf(skip);
  }

  /** Returns the streams by name, each with its leaks. */
  List<TrialSource> trials() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no such folder");
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(this::isWanted).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new BrokenFileException(
          folder,
          "The folder holds no stream (ID%s)%s."
              .formatted(STREAM, skip.isEmpty() ? "" : " but those to skip"));
    }
    Map<String, Map<String, List<InjectedLeak>>> leaks = leaks();
    List<TrialSource> trials = new ArrayList<>();
    for (Path file : files) {
      Map<String, List<InjectedLeak>> ofStream = leaks.getOrDefault(CsvFiles.stem(file), Map.of());
      trials.add(new BenchmarkTrial(file, CsvFiles.stem(file), Files.size(file), ofStream));
    }
    return trials;
  }

  private boolean isWanted(Path file) {
    return file.getFileName().toString().endsWith(STREAM) && !skip.contains(CsvFiles.stem(file));
  }

  /** Returns the leaks by stream and series, in the order of the file. */
  private Map<String, Map<String, List<InjectedLeak>>> leaks() throws IOException {
    Map<String, Map<String, List<InjectedLeak>>> leaks = new HashMap<>();
    NamedColumns.read(
        folder.resolve(EVENTS),
        row -> {
          String series = row.text("series");
          String stream = series.split("#", 2)[0];
          leaks
              .computeIfAbsent(stream, any -> new HashMap<>())
              .computeIfAbsent(series, any -> new ArrayList<>())
              .add(leak(row));
        });
    return leaks;
  }

  private static InjectedLeak leak(NamedColumns row) throws IOException {
    try {
      return new InjectedLeak(
          row.text("event"),
          row.number("amplitude_ppmv"),
          row.time("start"),
          row.time("onset10"),
          row.time("end"));
    } catch (IllegalArgumentException impossible) {
      throw row.broken(impossible.getMessage());
    }
  }
}
