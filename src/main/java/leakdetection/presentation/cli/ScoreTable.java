package leakdetection.presentation.cli;

import java.io.PrintWriter;
import java.util.Locale;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.application.backtest.DetectorFigures;
import leakdetection.application.backtest.Estimate;
import leakdetection.application.backtest.LeakFigures;
import leakdetection.application.backtest.OperatingPoint;

/** Prints the figures of a backtest for people. */
final class ScoreTable {

  private final PrintWriter out;

  ScoreTable(PrintWriter out) {
    this.out = out;
  }

  void print(BacktestResult result) {
    for (DetectorFigures detector : result.detectors()) {
      if (result.detectors().size() > 1) {
        out.printf("%s%n", detector.name());
      }
      printScores(detector);
      printIntervals(detector);
    }
    if (result.detectors().size() > 1) {
      printSideBySide(result);
    }
  }

  /** The lines of the benchmark's own scorer, character for character. */
  private void printScores(DetectorFigures detector) {
    LeakFigures leaks = detector.leaks();
    int episodes = detector.falseAlarms().episodes();
    double years = detector.falseAlarms().sensorYears();
    line(
        "threshold %s: false alarm episodes %d in %s sensor-years = %s/y; recall %s;"
            + " median time-to-detect %s h",
        Plain.number(detector.threshold()),
        episodes,
        Plain.fixed(years, 2),
        Plain.fixed(episodes / years, 2),
        Plain.fixed(leaks.found() / (double) Math.max(1, leaks.leaks()), 3),
        hours(leaks));
    for (LeakFigures size : detector.sizes()) {
      double recall = size.recall().value();
      line(
          "  %5d ppmv: recall %s +- %s (n=%d)  median TTD %s h",
          size.peakPpmv().intValue(),
          Plain.fixed(recall, 3),
          Plain.fixed(1.96 * Math.sqrt(recall * (1 - recall) / size.leaks()), 3),
          size.leaks(),
          hours(size));
    }
  }

  private void printIntervals(DetectorFigures detector) {
    Estimate perYear = detector.falseAlarms().perSensorYear();
    Estimate recall = detector.leaks().recall();
    Estimate hours = detector.leaks().hoursToDetect();
    line(
        "95 %% intervals: false alarms %s/y; recall %s; time-to-detect %s h",
        interval(perYear, 2), interval(recall, 3), interval(hours, 1));
    line("smallest leak found with 90 %% probability: %s", smallest(detector));
  }

  private void printSideBySide(BacktestResult result) {
    line("");
    line(
        "%-28s %8s %15s %7s %15s %10s %10s %12s",
        "side by side", "false/y", "95 %", "recall", "95 %", "90 % ppmv", "at %", "recall, 1/y");
    for (DetectorFigures detector : result.detectors()) {
      Estimate perYear = detector.falseAlarms().perSensorYear();
      Estimate recall = detector.leaks().recall();
      Double smallest = detector.smallestLeakPpmv().value();
      OperatingPoint point = detector.atMostOneFalseAlarmAYear();
      line(
          "%-28s %8s %15s %7s %15s %10s %10s %12s",
          detector.name(),
          text(perYear.value(), 2),
          interval(perYear, 2),
          text(recall.value(), 3),
          interval(recall, 3),
          smallest == null ? "none" : Plain.number(Math.rint(smallest)),
          point == null ? "-" : Plain.number(Math.rint(point.threshold())),
          point == null ? "-" : text(point.recall().value(), 3));
    }
    line("The last two columns: the threshold from which on there is at most one false alarm per");
    line("sensor-year in these very readings, and the recall there: equal terms, but no promise.");
  }

  private static String smallest(DetectorFigures detector) {
    if (detector.sizes().isEmpty()) {
      return "unknown, there were no leaks";
    }
    Estimate smallest = detector.smallestLeakPpmv();
    String least = Plain.number(detector.sizes().get(0).peakPpmv());
    String most = Plain.number(detector.sizes().get(detector.sizes().size() - 1).peakPpmv());
    return "%s ppmv (95 %%: %s to %s)"
        .formatted(
            smallest.value() == null ? "above " + most : Plain.number(Math.rint(smallest.value())),
            smallest.lower() == null ? "below " + least : Plain.number(smallest.lower()),
            smallest.upper() == null ? "above " + most : Plain.number(smallest.upper()));
  }

  private static String hours(LeakFigures leaks) {
    return text(leaks.hoursToDetect().value(), 1);
  }

  private static String interval(Estimate estimate, int digits) {
    return text(estimate.lower(), digits) + " to " + text(estimate.upper(), digits);
  }

  private static String text(Double value, int digits) {
    return value == null ? "-" : Plain.fixed(value, digits);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
