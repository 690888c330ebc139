package leakdetection.infrastructure.backtest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.application.backtest.DetectorFigures;
import leakdetection.application.backtest.Estimate;
import leakdetection.application.backtest.LeakFigures;

/**
 * The figures of a backtest as CSV: a row per detector and peak, and one for all peaks together
 * (empty peak). A missing figure or end of an interval is empty.
 */
final class FigureFile {

  private static final List<String> HEADER =
      List.of(
          "detector",
          "threshold_percent",
          "peak_ppmv",
          "leaks",
          "found",
          "recall",
          "recall_lower",
          "recall_upper",
          "hours_to_detect",
          "hours_lower",
          "hours_upper",
          "false_alarms",
          "sensor_years",
          "false_alarms_per_year",
          "per_year_lower",
          "per_year_upper",
          "smallest_leak_ppmv",
          "smallest_lower",
          "smallest_upper");

  private FigureFile() {}

  static void write(Path path, BacktestResult result) throws IOException {
    try (WholeFile file = new WholeFile(path)) {
      write(file.writer(), result);
      file.keep();
    }
  }

  /** Writes to a text that the caller closes. */
  @SuppressWarnings("resource")
  static void write(Writer text, BacktestResult result) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(HEADER);
    for (DetectorFigures detector : result.detectors()) {
      csv.writeRecord(row(detector, detector.leaks()));
      for (LeakFigures size : detector.sizes()) {
        csv.writeRecord(row(detector, size));
      }
    }
    csv.flush();
  }

  private static List<String> row(DetectorFigures detector, LeakFigures leaks) {
    Estimate recall = leaks.recall();
    Estimate hours = leaks.hoursToDetect();
    Estimate alarms = detector.falseAlarms().perSensorYear();
    Estimate smallest = detector.smallestLeakPpmv();
    return List.of(
        detector.name(),
        text(detector.threshold()),
        text(leaks.peakPpmv()),
        text(leaks.leaks()),
        text(leaks.found()),
        text(recall.value()),
        text(recall.lower()),
        text(recall.upper()),
        text(hours.value()),
        text(hours.lower()),
        text(hours.upper()),
        text(detector.falseAlarms().episodes()),
        text(detector.falseAlarms().sensorYears()),
        text(alarms.value()),
        text(alarms.lower()),
        text(alarms.upper()),
        text(smallest.value()),
        text(smallest.lower()),
        text(smallest.upper()));
  }

  private static String text(Number number) {
    return number == null ? "" : number.toString();
  }
}
