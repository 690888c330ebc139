package leakdetection.application.tsd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.domain.tsd.TimeSeriesData;

/** Counts what becomes of the lines of an import, and keeps the first problems of each kind. */
final class ImportTally {

  private final List<ImportReport.LineProblem> rejections = new ArrayList<>();
  private final List<ImportReport.LineProblem> quarantines = new ArrayList<>();
  private long accepted;
  private long repeated;
  private long corrected;
  private long quarantined;
  private long rejected;

  /** Counts a line that holds no reading. */
  void malformed(MalformedLine line) {
    reject(line.line(), line.message());
  }

  /** Counts a batch by what became of it. */
  void stored(List<ReadingLine> lines, Recording recording) {
    accepted += recording.accepted();
    repeated += recording.repeated();
    corrected += recording.corrected().size();
    if (!recording.refused().isEmpty()) {
      LineNumbers numbers = new LineNumbers(lines);
      recording
          .refused()
          .forEach(it -> reject(numbers.of(it.reading().time(), it.reading().ppmv()), it.reason()));
    }
    if (recording.quarantined() > 0) {
      explain(new LineNumbers(lines), recording);
    }
  }

  private void explain(LineNumbers numbers, Recording recording) {
    for (TimeSeriesData reading : recording.stored()) {
      if (!reading.isJudged()) {
        quarantine(numbers.of(reading.timestamp(), reading.ppmv()), reading);
      }
    }
  }

  private void quarantine(long line, TimeSeriesData reading) {
    quarantined++;
    if (quarantines.size() < ImportReport.MAX_PROBLEMS) {
      quarantines.add(
          new ImportReport.LineProblem(
              line,
              "The value %s ppmv is kept but never judged (%s); usable are -%s to %3$s ppmv."
                  .formatted(
                      reading.ppmv(),
                      reading.quality().label().replace('_', ' '),
                      Quality.LARGEST_PPMV)));
    }
  }

  private void reject(long line, String message) {
    rejected++;
    if (rejections.size() < ImportReport.MAX_PROBLEMS) {
      rejections.add(new ImportReport.LineProblem(line, message));
    }
  }

  /** Returns what was counted. */
  ImportReport report() {
    List<ImportReport.LineProblem> problems =
        Stream.concat(rejections.stream(), quarantines.stream())
            .sorted(Comparator.comparingLong(ImportReport.LineProblem::line))
            .toList();
    return new ImportReport(
        accepted, repeated, corrected, quarantined, rejected, problems, rejected + quarantined);
  }

  /** Where the readings of a batch stood. */
  private static final class LineNumbers {

    private record Key(Instant time, Double ppmv) {}

    private final Map<Key, Long> lines = new HashMap<>();

    LineNumbers(List<ReadingLine> batch) {
      for (ReadingLine line : batch) {
        lines.putIfAbsent(new Key(line.reading().time(), line.reading().ppmv()), line.line());
      }
    }

    long of(Instant time, double ppmv) {
      return lines.getOrDefault(new Key(time, ppmv), 0L);
    }
  }
}
