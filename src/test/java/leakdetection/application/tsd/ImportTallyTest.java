package leakdetection.application.tsd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.Test;

class ImportTallyTest {

  private static final Instant TIME = Instant.parse("2021-04-05T14:06:57Z");

  private final ImportTally tally = new ImportTally();

  @Test
  void lineOfAReadingThatIsNotJudgedIsTold() {
    ReadingLine good = new ReadingLine(2, new RawReading(TIME, 30));
    ReadingLine bad = new ReadingLine(3, new RawReading(TIME.plusSeconds(600), Double.NaN));

    tally.stored(
        List.of(good, bad),
        new Recording(
            1,
            List.of(stored(good, Quality.GOOD), stored(bad, Quality.NOT_FINITE)),
            4,
            List.of(),
            List.of()));

    ImportReport report = tally.report();
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(report.repeated()).isEqualTo(4);
    assertThat(report.problems()).singleElement().matches(problem -> problem.line() == 3);
    assertThat(report.problems().get(0).message()).contains("NaN", "not finite", "10000.0");
  }

  @Test
  void correctionsAreCountedAndAreNoProblem() {
    ReadingLine other = new ReadingLine(8, new RawReading(TIME, 31));

    tally.stored(
        List.of(other),
        new Recording(
            1,
            List.of(),
            0,
            List.of(new ReadingCorrection(1, 1, TIME, 30, Quality.GOOD, 31, Quality.GOOD, TIME)),
            List.of()));

    assertThat(tally.report().corrected()).isEqualTo(1);
    assertThat(tally.report().rejected()).isZero();
    assertThat(tally.report().problems()).isEmpty();
  }

  @Test
  void whatWasNotTakenIsRejectedByLineWithItsReason() {
    ReadingLine old = new ReadingLine(5, new RawReading(TIME, 31));

    Recording.Refused refused = new Recording.Refused(old.reading(), "It is too old.");
    tally.stored(List.of(old), new Recording(1, List.of(), 0, List.of(), List.of(refused)));

    assertThat(tally.report().rejected()).isEqualTo(1);
    assertThat(tally.report().problems()).singleElement().matches(problem -> problem.line() == 5);
    assertThat(tally.report().problems().get(0).message()).isEqualTo("It is too old.");
  }

  @Test
  void problemsOfOneKindDoNotHideThoseOfTheOther() {
    List<ReadingLine> sentinels =
        LongStream.rangeClosed(1, 1500)
            .mapToObj(line -> new ReadingLine(line, new RawReading(TIME.plusSeconds(line), 1e14)))
            .toList();
    tally.stored(
        sentinels,
        new Recording(
            1,
            sentinels.stream().map(line -> stored(line, Quality.SENTINEL)).toList(),
            0,
            List.of(),
            List.of()));
    tally.malformed(new MalformedLine(1501, "no reading"));

    ImportReport report = tally.report();

    assertThat(report.problemCount()).isEqualTo(1501);
    assertThat(report.problems()).hasSize(1001);
    assertThat(report.problems().get(1000).line()).isEqualTo(1501);
    assertThat(report.problems()).isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()));
  }

  private static TimeSeriesData stored(ReadingLine line, Quality quality) {
    return new TimeSeriesData(
        line.line(), 1, line.reading().time(), line.reading().ppmv(), quality);
  }
}
