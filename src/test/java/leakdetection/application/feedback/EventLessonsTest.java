package leakdetection.application.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.application.InMemoryEvents;
import leakdetection.application.InMemoryReadings;
import leakdetection.application.QueueingWriter;
import leakdetection.application.TestSettings;
import leakdetection.domain.RefusedException;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.BaselineSeries;
import leakdetection.domain.events.EventFeedback;
import leakdetection.domain.events.EventFeedbackRepository;
import leakdetection.domain.events.EventVerdict;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLessonsTest {

  private static final long SENSOR = 1;
  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  /** When the sensor turned critical, in readings of 10 minutes. */
  private static final int CRITICAL = 100;

  /** When it was over. */
  private static final int OVER = 110;

  /** The 6 h before it turned critical. */
  private static final int LEAD = 36;

  private final InMemoryEvents events = new InMemoryEvents();
  private final InMemoryReadings readings = new InMemoryReadings();
  private final InMemoryVersions versions = new InMemoryVersions();
  private final Words words = new Words();
  private final EventLessons lessons = new EventLessons();

  @BeforeEach
  void assemble() {
    lessons.writer = new QueueingWriter();
    lessons.events = events;
    lessons.feedback = words;
    lessons.readings = readings;
    lessons.versions = versions;
    lessons.settings = TestSettings.withWindow(3);
    lessons.clock = Clock.fixed(BEGIN.plus(Duration.ofDays(9)), ZoneOffset.UTC);
    for (int i = 0; i < 200; i++) {
      readings.addAll(List.of(new TimeSeriesData(i, SENSOR, at(i), i, Quality.GOOD)));
    }
    events.add(new Numbered(1, SensorEventType.CRITICAL, at(CRITICAL)));
    events.add(new Numbered(2, SensorEventType.OK, at(OVER)));
    for (int i = 3; i < 1500; i++) {
      events.add(new Numbered(i, SensorEventType.OK, at(OVER + i)));
    }
  }

  @Test
  void theStretchOfTheEventAndTheWindowBeforeItFollowTheBaseline() {
    EventFeedback given = lessons.give(1, EventVerdict.NOT_A_LEAK, "");

    double[] taught = versions.ppmv(BaselineRole.NORMAL);
    assertThat(taught).startsWith(1, 2, 3, Double.NaN, CRITICAL - LEAD - 2, CRITICAL - LEAD - 1);
    assertThat(taught).hasSize(3 + 1 + 2 + LEAD + OVER - CRITICAL).endsWith(OVER - 1);
    assertThat(given.normalFrom()).hasValue(at(CRITICAL - LEAD));
    assertThat(given.normalTo().orElseThrow()).isAfter(at(OVER - 1)).isBefore(at(OVER));
    assertThat(given.baselineVersion()).hasValue(2);
  }

  @Test
  void theSameStretchIsNotTaughtTwice() {
    lessons.give(1, EventVerdict.NOT_A_LEAK, "");

    assertThatThrownBy(() -> lessons.give(1, EventVerdict.NOT_A_LEAK, ""))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Event 1 was called not_a_leak already");
    assertThat(versions.reasons()).hasSize(2);
    assertThat(words.all).hasSize(1);
  }

  @Test
  void whatIsTakenBackLeavesTheBaselineAsItWas() {
    lessons.give(1, EventVerdict.NOT_A_LEAK, "");

    assertThat(lessons.undo(0).isUndone()).isTrue();
    assertThat(versions.ppmv(BaselineRole.NORMAL)).containsExactly(InMemoryVersions.FIRST);
    assertThatThrownBy(() -> lessons.undo(0)).hasMessageContaining("already");
  }

  @Test
  void whatIsTakenBackLeavesWhatWasLearnedSince() {
    lessons.give(1, EventVerdict.NOT_A_LEAK, "");
    BaselineSeries longer =
        versions
            .inForce(SENSOR, BaselineRole.NORMAL)
            .baseline()
            .series()
            .followedBy(new double[] {7});
    versions.add(BaselineRole.NORMAL, longer);

    lessons.undo(0);

    assertThat(versions.ppmv(BaselineRole.NORMAL)).containsExactly(1, 2, 3, Double.NaN, 7);
  }

  @Test
  void otherWordsAreTakenDownAndTeachNothing() {
    lessons.give(1, EventVerdict.LEAK, "Seen by camera");

    assertThat(lessons.of(1)).extracting(EventFeedback::comment).containsExactly("Seen by camera");
    assertThat(versions.reasons()).hasSize(1);
  }

  @Test
  void whatWasNotCriticalCannotBeCalledNoLeak() {
    assertThatThrownBy(() -> lessons.give(2, EventVerdict.NOT_A_LEAK, ""))
        .hasMessage("Event 2 is ok; only a critical event can be called not_a_leak.");
  }

  private static Instant at(int reading) {
    return BEGIN.plus(Duration.ofMinutes(10L * reading));
  }

  /** An event with the id that only the database gives. */
  private static final class Numbered extends SensorEvent {
    private final Long id;

    Numbered(long id, SensorEventType type, Instant time) {
      super(SENSOR, type, time, null);
      this.id = id;
    }

    @Override
    public Long id() {
      return id;
    }
  }

  /** Keeps what was said in memory; the id is the place in the list. */
  private static final class Words implements EventFeedbackRepository {
    private final List<EventFeedback> all = new ArrayList<>();

    @Override
    public EventFeedback add(EventFeedback feedback) {
      all.add(feedback);
      return feedback;
    }

    @Override
    public Optional<EventFeedback> find(long id) {
      return Optional.of(all.get((int) id));
    }

    @Override
    public List<EventFeedback> ofEvent(long eventId) {
      return all.stream().filter(word -> word.eventId() == eventId).toList();
    }

    @Override
    public List<EventFeedback> ofSensor(long sensorId, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<EventFeedback> normalStretches(long sensorId) {
      throw new UnsupportedOperationException();
    }
  }
}
