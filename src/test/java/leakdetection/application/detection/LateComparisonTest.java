package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import leakdetection.application.detection.Step.Judged;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.Deviation;
import leakdetection.domain.detection.JudgedInterval;
import leakdetection.domain.detection.Judgement;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LateComparisonTest {

  private static final long TEN_MINUTES = 600_000_000L;
  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");
  private static final LateStretch STRETCH = new LateStretch(1, BEGIN, BEGIN.plusSeconds(86_400));

  @Test
  void readingThatWasJudgedAloneAndIsNowTheLastOfAnIntervalKeepsItsDetection() {
    LateOutcome outcome =
        compare(List.of(detection(7, single(60))), List.of(judged(interval(60, 2), 300)));

    assertThat(outcome.fresh()).isEmpty();
    assertThat(outcome.changed())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo(7);
              assertThat(it.interval()).map(JudgedInterval::readings).contains(2);
            });
    assertThat(outcome.stateChanges())
        .singleElement()
        .satisfies(it -> assertThat(it.detectionId()).isEqualTo(OptionalLong.of(7)));
  }

  @Test
  void readingsThatAreJudgedAloneNowTakeNoneOfAnothersDetection() {
    LateOutcome outcome =
        compare(
            List.of(detection(7, interval(300, 3))),
            List.of(judged(single(60), 1), judged(single(300), 2)));

    assertThat(outcome.fresh()).extracting(it -> it.reading().id()).containsExactly(60L);
    assertThat(outcome.changed()).extracting(AnomalyDetection::id).containsExactly(7L);
  }

  @Test
  void intervalThatALateReadingEndsKeepsItsDetection() {
    LateOutcome outcome =
        compare(List.of(detection(7, interval(300, 3))), List.of(judged(interval(360, 4), 1)));

    assertThat(outcome.fresh()).isEmpty();
    assertThat(outcome.changed())
        .singleElement()
        .satisfies(it -> assertThat(it.timeSeriesData().id()).isEqualTo(300));
  }

  /** The tables hold one detection of a reading. */
  @RepeatedTest(200)
  void noReadingGetsASecondDetection(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<AnomalyDetection> before = new ArrayList<>();
    for (Sample sample : samples(random)) {
      before.add(detection(1000 + before.size(), sample));
    }
    List<Judged> now = samples(random).stream().map(it -> judged(it, random.nextInt(300))).toList();

    LateOutcome outcome = compare(before, now);

    Set<Long> readings = new HashSet<>();
    before.forEach(it -> readings.add(it.timeSeriesData().id()));
    assertThat(outcome.fresh()).allMatch(it -> readings.add(it.reading().id()));
    assertThat(outcome.changed()).extracting(AnomalyDetection::id).doesNotHaveDuplicates();
    assertThat(outcome.fresh().size() + outcome.changed().size()).isLessThanOrEqualTo(now.size());
  }

  private static LateOutcome compare(List<AnomalyDetection> before, List<Judged> now) {
    return new LateComparison(TEN_MINUTES, before, now, false)
        .outcome(STRETCH, Optional.empty(), "19XT2116");
  }

  private static List<Sample> samples(Random random) {
    List<Sample> samples = new ArrayList<>();
    for (int second = 0; second < 7200; second += 30 + random.nextInt(600)) {
      samples.add(random.nextBoolean() ? single(second) : interval(second, 1 + random.nextInt(5)));
    }
    return samples;
  }

  private static Sample single(int second) {
    return Sample.of(reading(second));
  }

  private static Sample interval(int lastSecond, int readings) {
    return Sample.of(reading(lastSecond), new JudgedInterval(40, 50, readings));
  }

  private static TimeSeriesData reading(int second) {
    return new TimeSeriesData(second, 1, BEGIN.plusSeconds(second), 40, Quality.GOOD);
  }

  private static AnomalyDetection detection(long id, Sample sample) {
    return new AnomalyDetection(
        id,
        sample.reading(),
        new Judgement("echo", 0, Deviation.OK, false),
        sample.interval(),
        false);
  }

  private static Judged judged(Sample sample, double score) {
    Deviation deviation = score >= 200 ? Deviation.CRITICAL : Deviation.OK;
    return new Judged(
        sample,
        new Judgement("echo", score, deviation, false),
        score >= 200 ? SensorEventType.CRITICAL : SensorEventType.OK);
  }
}
