package leakdetection.application.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakdetection.application.InMemoryReadings;
import leakdetection.application.QueueingWriter;
import leakdetection.application.TestSettings;
import leakdetection.application.events.SystemEvents;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.baselines.BaselineRole;
import leakdetection.domain.baselines.Procedure;
import leakdetection.domain.baselines.Procedure.Outcome;
import leakdetection.domain.baselines.ProcedureRepository;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.TimeSeriesData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcedureLearningTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  private final InMemoryReadings readings = new InMemoryReadings();
  private final InMemoryVersions versions = new InMemoryVersions();
  private final Recorded procedures = new Recorded();
  private final List<String> messages = new ArrayList<>();
  private final Sensor sensor = new Mounted();
  private final ProcedureLearning learning = new ProcedureLearning();
  private Instant now = BEGIN;

  @BeforeEach
  void assemble() {
    learning.writer = new QueueingWriter();
    learning.sensors = new OneSensor();
    learning.readings = readings;
    learning.procedures = procedures;
    learning.versions = versions;
    learning.systemEvents = new Messages();
    learning.settings = TestSettings.withWindow(3);
    learning.clock = Clock.fixed(BEGIN, ZoneOffset.UTC);
    read(10, 20, 30);
  }

  @Test
  void aProcedureIsLearnedWithTheWindowBeforeIt() {
    learning.begin(sensor);
    read(400, 500);
    learning.end(sensor);

    assertThat(versions.ppmv(BaselineRole.FEEDBACK))
        .containsExactly(1, 2, 3, Double.NaN, 20, 30, 400, 500);
    assertThat(versions.ppmv(BaselineRole.NORMAL)).containsExactly(InMemoryVersions.FIRST);
    assertThat(messages).singleElement().asString().contains("2 readings, at most 500.0 ppmv");
  }

  @Test
  void noWindowSpansAGapInAProcedure() {
    learning.begin(sensor);
    read(400);
    now = now.plus(Duration.ofHours(3));
    read(500);
    learning.end(sensor);

    assertThat(versions.ppmv(BaselineRole.FEEDBACK))
        .containsExactly(1, 2, 3, Double.NaN, 20, 30, 400, Double.NaN, 500);
  }

  @Test
  void aRecordingThatMayBeALeakIsDiscarded() {
    learning.begin(sensor);
    read(400, Procedure.TOO_HIGH);
    learning.end(sensor);

    assertThat(procedures.all).extracting(Procedure::outcome).containsExactly(Outcome.DISCARDED);
    assertThat(versions.ppmv(BaselineRole.FEEDBACK)).containsExactly(InMemoryVersions.FIRST);
    assertThat(messages).singleElement().asString().contains("was not learned");
  }

  @Test
  void aRecordingThatWasLeftBehindIsNotLearnedWithTheNext() {
    learning.begin(sensor);
    read(40);
    learning.begin(sensor);
    read(50);
    learning.end(sensor);

    assertThat(procedures.all)
        .extracting(Procedure::outcome)
        .containsExactly(Outcome.DISCARDED, Outcome.LEARNED);
    assertThat(versions.ppmv(BaselineRole.FEEDBACK))
        .containsExactly(1, 2, 3, Double.NaN, 30, 40, 50);
  }

  @Test
  void whatIsUndoneIsUnlearnedAndTheOthersStay() {
    learning.begin(sensor);
    read(40);
    learning.end(sensor);
    learning.begin(sensor);
    read(50);
    learning.end(sensor);

    learning.undo(1, 0);

    assertThat(versions.ppmv(BaselineRole.FEEDBACK))
        .containsExactly(1, 2, 3, Double.NaN, 30, 40, 50);
  }

  private void read(double... ppmv) {
    for (double value : ppmv) {
      now = now.plus(Duration.ofMinutes(10));
      readings.addAll(List.of(new TimeSeriesData(readings.nextId(), 1, now, value, Quality.GOOD)));
    }
  }

  /** A sensor with the id that only the database gives. */
  private static final class Mounted extends Sensor {
    @Override
    public Long id() {
      return 1L;
    }

    @Override
    public String name() {
      return "19XT1316";
    }
  }

  private final class OneSensor extends SensorRegistry {
    @Override
    public Sensor get(long id) {
      return sensor;
    }
  }

  private final class Messages extends SystemEvents {
    @Override
    public void raise(SystemEventType type, String message, Long sensorId) {
      messages.add(message);
    }
  }

  /** Keeps procedures in memory; the id is the place in the list. */
  private static final class Recorded implements ProcedureRepository {
    private final List<Procedure> all = new ArrayList<>();

    @Override
    public Procedure add(Procedure procedure) {
      all.add(new Numbered(all.size(), procedure));
      return procedure;
    }

    @Override
    public Optional<Procedure> find(long id) {
      return Optional.of(all.get((int) id));
    }

    @Override
    public List<Procedure> of(long sensorId) {
      return List.copyOf(all);
    }

    @Override
    public List<Procedure> of(long sensorId, Procedure.Outcome outcome) {
      return of(sensorId).stream().filter(procedure -> procedure.outcome() == outcome).toList();
    }
  }

  /** A procedure with the id that only the database gives. */
  private static final class Numbered extends Procedure {
    private final Long id;

    Numbered(long id, Procedure procedure) {
      super(procedure.sensorId(), procedure.beganAt());
      this.id = id;
    }

    @Override
    public Long id() {
      return id;
    }
  }
}
