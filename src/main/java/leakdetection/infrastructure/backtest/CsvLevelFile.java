package leakdetection.infrastructure.backtest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import leakdetection.application.backtest.BacktestFiles;
import leakdetection.application.backtest.Contender;
import leakdetection.application.backtest.History;

/**
 * Levels as {@code series,time,level}: the time in UTC as {@code 2020-01-31T06:10}, with seconds
 * only when there are some; the level in percent, empty where there is none.
 */
final class CsvLevelFile implements BacktestFiles.LevelFile {

  private final WholeFile file;

  CsvLevelFile(Path path) throws IOException {
    file = new WholeFile(path);
    file.writer().write("series,time,level\n");
  }

  @Override
  public void take(Contender contender, History readings, double[] levels) throws IOException {
    Writer writer = file.writer();
    String series = quoted(readings.name());
    for (int i = 0; i < levels.length; i++) {
      writer.write(series);
      writer.write(',');
      writer.write(time(readings.time(i)));
      writer.write(',');
      if (!Double.isNaN(levels[i])) {
        writer.write(Double.toString(levels[i]));
      }
      writer.write('\n');
    }
  }

  private static String quoted(String name) {
    boolean isPlain = name.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return isPlain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String time(Instant time) {
    // LocalDateTime leaves out the seconds when they are zero.
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
  }

  @Override
  public void keep() throws IOException {
    file.keep();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
