package leakdetection.application.tsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import leakdetection.application.FiredEvents;
import leakdetection.application.InMemoryLateStretches;
import leakdetection.application.InMemoryReadings;
import leakdetection.application.InMemoryRollUps;
import leakdetection.application.QueueingWriter;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.LateReadingsRecorded;
import leakdetection.domain.tsd.LateStretch;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Longer than other files: each way in which a batch can meet what is stored. */
class ReadingRecorderTest {

  private static final long SENSOR = 7;
  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  private final QueueingWriter writer = new QueueingWriter();
  private final InMemoryReadings readings = new InMemoryReadings();
  private final FiredEvents<ReadingsRecorded> fired = new FiredEvents<>();
  private final FiredEvents<LateReadingsRecorded> late = new FiredEvents<>();
  private final InMemoryLateStretches stretches = new InMemoryLateStretches();
  private final InMemoryRollUps rollUps = new InMemoryRollUps();
  private final ReadingRecorder recorder = new ReadingRecorder();

  @BeforeEach
  void assemble() {
    recorder.writer = writer;
    recorder.readings = readings;
    recorder.recorded = fired;
    recorder.late = late;
    recorder.lateStretches = stretches;
    recorder.rollUps = rollUps;
    recorder.rules =
        new SensorRules() {
          @Override
          public ReadingRules of(long sensorId) {
            return ReadingRules.STANDARD;
          }
        };
    recorder.clock = Clock.fixed(BEGIN, ZoneOffset.UTC);
  }

  @Test
  void readingsAreStoredInTheOrderOfTheirTimesAndAnnounced() {
    Recording recording = recorded(at(3, 30), at(1, 10), at(2, 20));

    assertThat(recording.stored()).extracting(TimeSeriesData::ppmv).containsExactly(10., 20., 30.);
    assertThat(recording.accepted()).isEqualTo(3);
    assertThat(fired.all()).hasSize(1);
    assertThat(fired.all().get(0).sensorId()).isEqualTo(SENSOR);
    assertThat(fired.all().get(0).readings()).isEqualTo(recording.stored());
  }

  @Test
  void whatIsNotCommittedIsNeitherAnnouncedNorComplete() {
    CompletableFuture<Recording> recording = record(at(1, 10));

    assertThat(recording).isNotDone();
    assertThat(fired.all()).isEmpty();
  }

  @Test
  void lateAndCorrectedReadingsOutdateTheirRollUps() {
    recorded(at(1, 10), at(5, 50));
    assertThat(rollUps.outdated()).isEmpty();

    Recording late = recorded(at(3, 30), at(1, 11), at(6, 60));

    assertThat(late.corrected()).hasSize(1);
    assertThat(rollUps.outdated()).containsExactly(at(1, 0).time(), at(3, 0).time());
  }

  @Test
  void whatIsOlderThanWhatIsKeptIsNotTaken() {
    recorded(at(5, 50));
    rollUps.keepFrom(at(3, 0).time());

    Recording late = recorded(at(2, 20), at(3, 30));

    assertThat(late.stored()).extracting(TimeSeriesData::ppmv).containsExactly(30.);
    assertThat(late.refused()).extracting(Recording.Refused::reading).containsExactly(at(2, 20));
    assertThat(readings.of(SENSOR)).doesNotContainKey(at(2, 0).time());
  }

  @Test
  void whatIsFarAheadOfTheClockIsNotTakenAndWhatComesAfterItIsNotLate() {
    RawReading ahead = new RawReading(recorder.clock.instant().plus(Duration.ofDays(400)), 20);

    Recording first = recorded(at(1, 10), ahead);
    Recording next = recorded(at(2, 20));

    assertThat(first.stored()).extracting(TimeSeriesData::ppmv).containsExactly(10.);
    assertThat(first.refused())
        .singleElement()
        .satisfies(it -> assertThat(it.reading()).isEqualTo(ahead))
        .satisfies(it -> assertThat(it.reason()).contains("more than a day ahead"));
    assertThat(next.stored()).extracting(TimeSeriesData::quality).containsExactly(Quality.GOOD);
  }

  @Test
  void aRepeatedReadingIsCountedAndChangesNothing() {
    recorded(at(1, 10), at(2, Double.NaN));
    Recording again = recorded(at(1, 10), at(2, Double.NaN), at(3, 30), at(3, 30));

    assertThat(again.repeated()).isEqualTo(3);
    assertThat(again.corrected()).isEmpty();
    assertThat(again.stored()).extracting(TimeSeriesData::ppmv).containsExactly(30.);
  }

  @Test
  void aBatchOfNothingIsTaken() {
    assertThat(recorded().stored()).isEmpty();
  }

  @Test
  void aBatchOfNothingButRepeatsIsNotAnnounced() {
    recorded(at(1, 10));
    recorded(at(1, 10));

    assertThat(fired.all()).hasSize(1);
  }

  @Test
  void anotherValueForTheSameTimeIsACorrectionThatKeepsTheFirstAsHistory() {
    recorded(at(1, 10));
    Recording second = recorded(at(1, 11), at(2, 20), at(2, 21));

    assertThat(second.corrected())
        .extracting(ReadingCorrection::time, ReadingCorrection::before, ReadingCorrection::after)
        .containsExactly(tuple(time(1), 10., 11.), tuple(time(2), 20., 21.));
    assertThat(second.stored()).extracting(TimeSeriesData::ppmv).containsExactly(21.);
    assertThat(readings.of(SENSOR).get(time(1)).ppmv()).isEqualTo(11);
    assertThat(readings.of(SENSOR).get(time(2)).ppmv()).isEqualTo(21);
    assertThat(readings.corrections(SENSOR, time(0), time(9), 9)).isEqualTo(second.corrected());
    assertThat(late.all()).hasSize(1);
    assertThat(stretches.of(SENSOR)).contains(new LateStretch(SENSOR, time(1), time(2)));
  }

  @Test
  void aBatchThatContradictsItselfChangesNothingWhenItIsSentAgain() {
    recorded(at(1, 10), at(1, 11), at(1, 10), at(1, 12));
    Recording again = recorded(at(1, 10), at(1, 11), at(1, 10), at(1, 12));

    assertThat(again.repeated()).isEqualTo(4);
    assertThat(again.corrected()).isEmpty();
    assertThat(readings.of(SENSOR).get(time(1)).ppmv()).isEqualTo(12);
  }

  @Test
  void aCorrectionMayMakeAReadingUnusable() {
    recorded(at(1, 10));
    recorded(at(1, 1e14));

    assertThat(readings.of(SENSOR).get(time(1)).quality()).isEqualTo(Quality.SENTINEL);
  }

  @Test
  void manySensorsAreStoredTogether() {
    CompletableFuture<List<Recording>> recordings =
        recorder.recordAll(Map.of(SENSOR, List.of(at(1, 10)), SENSOR + 1, List.of(at(1, 20))));
    assertThat(writer.waiting()).isEqualTo(1);
    writer.commitAll();

    assertThat(recordings.join()).extracting(Recording::accepted).containsExactly(1, 1);
    assertThat(fired.all()).hasSize(2);
  }

  @Test
  void severalBatchesOfOneSensorInOneGroupAreStoredOnceEach() {
    CompletableFuture<Recording> first = record(at(1, 10), at(2, 20));
    CompletableFuture<Recording> second = record(at(2, 20), at(3, 30));
    CompletableFuture<Recording> third = record(at(3, 31), at(4, 40));
    writer.commitAll();

    assertThat(first.join().stored()).hasSize(2);
    assertThat(second.join().repeated()).isEqualTo(1);
    assertThat(third.join().corrected()).hasSize(1);
    assertThat(readings.of(SENSOR).values())
        .extracting(TimeSeriesData::ppmv)
        .containsExactly(10., 20., 31., 40.);
  }

  @Test
  void aUnitThatRunsAgainAfterARollbackStoresTheSame() {
    record(at(1, 10), at(2, 20));
    writer.failNext(new IllegalStateException("Another unit of the group failed."));
    Recording again = recorded(at(1, 10), at(2, 20));

    assertThat(again.stored()).extracting(TimeSeriesData::quality).containsOnly(Quality.GOOD);
    assertThat(again.repeated()).isZero();
  }

  @Test
  void aReadingBeforeANewerOneIsLate() {
    recorded(at(5, 50));
    Recording recording = recorded(at(3, 30), at(6, 60));

    assertThat(recording.stored())
        .extracting(TimeSeriesData::quality)
        .containsExactly(Quality.OUT_OF_ORDER, Quality.GOOD);
    assertThat(recording.accepted()).isEqualTo(2);
  }

  @Test
  void whatNoSensorCanMeasureIsKeptButNotAccepted() {
    Recording recording =
        recorded(
            at(1, 1e14),
            at(2, Double.NaN),
            at(3, Double.NEGATIVE_INFINITY),
            at(4, 10_000.5),
            at(5, 10_000));

    assertThat(recording.stored())
        .extracting(TimeSeriesData::quality)
        .containsExactly(
            Quality.SENTINEL,
            Quality.NOT_FINITE,
            Quality.NOT_FINITE,
            Quality.OUT_OF_RANGE,
            Quality.GOOD);
    assertThat(recording.accepted()).isEqualTo(1);
    assertThat(recording.quarantined()).isEqualTo(4);
  }

  @Test
  void timesThatAreTheSameToTheMicrosecondAreTheSame() {
    recorded(new RawReading(time(1).plusNanos(1_100), 10));
    Recording again = recorded(new RawReading(time(1).plusNanos(1_900), 10));

    assertThat(again.repeated()).isEqualTo(1);
  }

  @Test
  void theFeedPositionIsKeptWithItsReadings() {
    FeedPosition position = new FeedPosition("a.csv", 12);
    CompletableFuture<Recording> recording =
        recorder.record(SENSOR, List.of(at(1, 10)), Optional.of(position));
    assertThat(readings.feedPosition(SENSOR)).isEmpty();

    writer.commitNext();
    assertThat(recording).isDone();
    assertThat(readings.feedPosition(SENSOR)).contains(position);
  }

  @Test
  void sensorsDoNotDisturbEachOther() {
    recorded(at(5, 50));
    CompletableFuture<Recording> other =
        recorder.record(SENSOR + 1, List.of(at(1, 10)), Optional.empty());
    writer.commitAll();

    assertThat(other.join().stored())
        .extracting(TimeSeriesData::quality)
        .containsExactly(Quality.GOOD);
  }

  @Test
  void aRemovedSensorIsForgotten() {
    recorded(at(5, 50));
    readings.of(SENSOR).clear();
    recorder.forget(new SensorRemoved(SENSOR));

    assertThat(recorded(at(1, 10)).stored())
        .extracting(TimeSeriesData::quality)
        .containsExactly(Quality.GOOD);
  }

  @Test
  void manyBatchesKeepTheOrderInWhichTheyWereHandedIn() {
    IntStream.range(0, 100).forEach(i -> record(at(2 * i, i), at(2 * i + 1, i)));
    writer.commitAll();

    assertThat(fired.all().stream().flatMap(event -> event.readings().stream()))
        .extracting(TimeSeriesData::timestamp)
        .isSorted()
        .hasSize(200);
  }

  private Recording recorded(RawReading... batch) {
    CompletableFuture<Recording> recording = record(batch);
    writer.commitAll();
    return recording.join();
  }

  private CompletableFuture<Recording> record(RawReading... batch) {
    return recorder.record(SENSOR, List.of(batch), Optional.empty());
  }

  private static RawReading at(int minute, double ppmv) {
    return new RawReading(time(minute), ppmv);
  }

  private static Instant time(int minute) {
    return BEGIN.plusSeconds(60L * minute);
  }
}
