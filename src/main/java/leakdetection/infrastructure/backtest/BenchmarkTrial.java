package leakdetection.infrastructure.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import leakdetection.application.backtest.BrokenFileException;
import leakdetection.application.backtest.History;
import leakdetection.application.backtest.InjectedLeak;
import leakdetection.application.backtest.LeakyCopy;
import leakdetection.application.backtest.Trial;
import leakdetection.application.backtest.TrialSource;

/**
 * One stream of a benchmark folder.
 *
 * @param file holds all its series
 * @param stream its name
 * @param weight size of the file, bytes
 * @param leaks by series
 */
record BenchmarkTrial(
    Path file, String stream, double weight, Map<String, List<InjectedLeak>> leaks)
    implements TrialSource {

  private static final String TRAINING = "train";
  private static final int CLEAN = 0;

  @Override
  public Trial load() throws IOException {
    RowBuffer training = new RowBuffer();
    SortedMap<Integer, RowBuffer> tests = new TreeMap<>();
    NamedColumns.read(
        file,
        row -> {
          String part = part(row);
          RowBuffer rows =
              part.equals(TRAINING)
                  ? training
                  : tests.computeIfAbsent(number(row, part), copy -> new RowBuffer());
          rows.add(
              row.time("time").toEpochMilli(),
              row.number("value"),
              row.text("suspect").equals("1"));
        });
    RowBuffer clean = tests.remove(CLEAN);
    if (training.size() == 0 || clean == null) {
      throw new BrokenFileException(
          file, "There are no rows of %s#%s.".formatted(stream, clean == null ? CLEAN : TRAINING));
    }
    return new Trial(
        stream,
        training.history(stream + "#" + TRAINING),
        clean.history(stream + "#" + CLEAN),
        clean.suspect(),
        copies(tests));
  }

  private List<LeakyCopy> copies(SortedMap<Integer, RowBuffer> tests) throws IOException {
    List<LeakyCopy> copies = new ArrayList<>();
    for (Map.Entry<Integer, RowBuffer> test : tests.entrySet()) {
      String series = stream + "#" + test.getKey();
      History readings = test.getValue().history(series);
      copies.add(new LeakyCopy(readings, leaks.getOrDefault(series, List.of())));
    }
    for (String series : leaks.keySet()) {
      if (copies.stream().noneMatch(copy -> copy.readings().name().equals(series))) {
        throw new BrokenFileException(
            file,
            "There are no rows of %s, for which %s lists leaks."
                .formatted(series, BenchmarkFolder.EVENTS));
      }
    }
    return copies;
  }

  private String part(NamedColumns row) throws IOException {
    String series = row.text("series");
    if (!series.startsWith(stream + "#")) {
      throw row.broken(
          "The series '%s' must begin with '%s#', the name of the file.".formatted(series, stream));
    }
    return series.substring(stream.length() + 1);
  }

  private static int number(NamedColumns row, String part) throws IOException {
    if (!part.matches("\\d{1,6}")) {
      throw row.broken(
          "The part '%s' of the series must be '%s', 0 or the number of a copy."
              .formatted(part, TRAINING));
    }
    return Integer.parseInt(part);
  }
}
