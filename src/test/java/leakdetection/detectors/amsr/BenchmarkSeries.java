package leakdetection.detectors.amsr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import leakdetection.SharedData;

/**
 * One series of the leak benchmark or of a golden file: times and values as the channels want them.
 *
 * @param minutes since 1970
 * @param millis 0.001 ppmv
 * @param columns the rest of each row
 */
record BenchmarkSeries(int[] minutes, int[] millis, List<String[]> columns) {

  /** Reads the training part of a stream. */
  static BenchmarkSeries training(String folder, String stream) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(
                        SharedData.path("science/benchmark/" + folder + "/" + stream + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
      return of(
          reader
              .lines()
              .map(line -> line.split(","))
              .filter(row -> row[0].equals(stream + "#train"))
              .map(row -> new String[] {row[3], row[4]})
              .toList());
    }
  }

  /** Reads one series of a golden file. */
  static BenchmarkSeries golden(String file, String series) throws IOException {
    return of(
        Files.readAllLines(SharedData.path("science/golden/" + file)).stream()
            .map(line -> line.split(",", -1))
            .filter(row -> row[0].equals(series))
            .map(row -> Arrays.copyOfRange(row, 1, row.length))
            .toList());
  }

  private static BenchmarkSeries of(List<String[]> rows) {
    return new BenchmarkSeries(
        rows.stream().mapToInt(row -> minute(row[0])).toArray(),
        rows.stream().mapToInt(row -> Training.milli(Double.parseDouble(row[1]))).toArray(),
        rows);
  }

  private static int minute(String time) {
    return Minutes.of(LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
  }

  double column(int row, int column) {
    return Double.parseDouble(columns.get(row)[column]);
  }

  int length() {
    return minutes.length;
  }
}
