package leakdetection.infrastructure.backtest;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import leakdetection.application.backtest.BacktestFiles;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.application.backtest.BrokenFileException;
import leakdetection.application.backtest.History;
import leakdetection.application.backtest.TrialSource;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.infrastructure.ingest.CsvReadingParser;

/** Reads and writes the files of a backtest as CSV. Thread-safe. */
public final class CsvBacktestFiles implements BacktestFiles {

  @Override
  public List<TrialSource> benchmark(Path folder, Set<String> skip) throws IOException {
    return new BenchmarkFolder(folder, skip).trials();
  }

  @Override
  public History history(Path file) throws IOException {
    RowBuffer rows = new RowBuffer();
    MalformedLine[] first = new MalformedLine[1];
    try (Reader source = CsvFiles.open(file)) {
      new CsvReadingParser()
          .read(
              source,
              line -> rows.add(line.reading().time().toEpochMilli(), line.reading().ppmv(), false),
              malformed -> first[0] = first[0] == null ? malformed : first[0]);
    }
    if (first[0] != null) {
      throw new BrokenFileException(file, first[0].line(), first[0].message());
    }
    if (rows.size() == 0) {
      throw new BrokenFileException(file, "The file holds no readings.");
    }
    return rows.history(CsvFiles.stem(file));
  }

  @Override
  public LevelFile levels(Path file) throws IOException {
    return new CsvLevelFile(file);
  }

  @Override
  public void figures(Path file, BacktestResult result) throws IOException {
    FigureFile.write(file, result);
  }
}
