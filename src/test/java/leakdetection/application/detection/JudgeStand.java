package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import leakdetection.application.FiredEvents;
import leakdetection.application.InMemoryDetections;
import leakdetection.application.InMemoryEvents;
import leakdetection.application.InMemoryReadings;
import leakdetection.application.QueueingWriter;
import leakdetection.application.events.SystemEvents;
import leakdetection.domain.detection.AnomalyDetection;
import leakdetection.domain.detection.DetectionsRecorded;
import leakdetection.domain.detection.Thresholds;
import leakdetection.domain.events.SensorEvent;
import leakdetection.domain.events.SensorEventRaised;
import leakdetection.domain.events.SensorEventType;
import leakdetection.domain.events.SystemEvent;
import leakdetection.domain.events.SystemEventType;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.spi.DetectorContext;
import leakdetection.spi.DetectorProvider;
import leakdetection.spi.Series;

/** What a judge works with, in memory and under the hand of a test. */
final class JudgeStand {

  static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  final SteppedExecutor executor = new SteppedExecutor();
  final HandTimer timer = new HandTimer();
  final QueueingWriter writer = new QueueingWriter();
  final InMemoryReadings readings = new InMemoryReadings();
  final InMemoryDetections detections = new InMemoryDetections();
  final InMemoryEvents events = new InMemoryEvents();
  final FiredEvents<DetectionsRecorded> recorded = new FiredEvents<>();
  final FiredEvents<SensorEventRaised> raised = new FiredEvents<>();
  final List<String> messages = new ArrayList<>();
  final DetectionRecorder recorder = new DetectionRecorder();

  // Readings a minute apart are judged one by one.
  ReadingRules rules = new ReadingRules(Map.of(ReadingRule.DETECTION_INTERVAL, 60.0));
  long nanoTime;

  private boolean onWorker;
  private Supplier<Optional<Assignment>> assigned = Optional::empty;

  JudgeStand() {
    recorder.writer = writer;
    recorder.detections = detections;
    recorder.readings = readings;
    recorder.events = events;
    recorder.recorded = recorded;
    recorder.raised = raised;
    recorder.systemEvents = new Messages();
  }

  /** Lets this detector judge all sensors from the next look-up on. */
  void assign(DetectorProvider provider, String fingerprint) {
    Assignment assignment =
        new Assignment(
            "19XT2116",
            new InstalledDetector(provider.descriptor(), provider, InstalledDetector.BUILT_IN, ""),
            new DetectorContext(
                new Series(new double[] {1, 2, 3}, Duration.ofMinutes(10)),
                provider.descriptor().settings(Map.of()),
                List.of()),
            new Thresholds(100, 200),
            false,
            fingerprint);
    assigned = () -> Optional.of(assignment);
  }

  /** Lets every look-up do this. */
  void assign(Supplier<Optional<Assignment>> lookUp) {
    assigned = lookUp;
  }

  /** Returns who judges now. */
  Assignment assignment() {
    return assigned.get().orElseThrow();
  }

  SensorJudge judge(long sensorId) {
    JudgeServices services =
        new JudgeServices(
            new Assignments() {
              @Override
              public Optional<Assignment> of(long id) {
                assertThat(onWorker).as("what a worker reads of entities may be old").isFalse();
                return assigned.get();
              }
            },
            readings,
            detections,
            events,
            recorder,
            null,
            null,
            recorder.systemEvents,
            id -> rules,
            () -> nanoTime,
            new Semaphore(Backlog.ROOM),
            this::work,
            executor,
            executor,
            new PluginThreads(Thread::new),
            timer);
    return new SensorJudge(sensorId, new CountingLane(sensorId, services), services);
  }

  private void work(Runnable task) {
    executor.execute(
        () -> {
          onWorker = true;
          try {
            task.run();
          } finally {
            onWorker = false;
          }
        });
  }

  /** Stores a reading for each value, one a minute, and returns them. */
  List<TimeSeriesData> store(long sensorId, int firstMinute, double... ppmv) {
    List<TimeSeriesData> stored =
        IntStream.range(0, ppmv.length)
            .mapToObj(
                i ->
                    new TimeSeriesData(
                        readings.nextId(),
                        sensorId,
                        BEGIN.plus(Duration.ofMinutes(firstMinute + i)),
                        ppmv[i],
                        Quality.of(ppmv[i])))
            .toList();
    readings.addAll(stored);
    return stored;
  }

  /** Runs what waits to be run and commits what waits to be committed, until nothing is left. */
  void settle() {
    while (executor.waiting() + writer.waiting() > 0) {
      executor.runAll();
      writer.commitAll();
    }
  }

  private final class Messages extends SystemEvents {

    @Override
    public void raise(SystemEventType type, String message, Long sensorId) {
      messages.add(message);
    }

    @Override
    public SystemEvent keep(SystemEventDraft draft) {
      return events.add(new SystemEvent(draft.type(), draft.message(), BEGIN, draft.sensorId()));
    }

    @Override
    public void tell(SystemEvent event) {
      messages.add(event.message());
    }
  }

  /** Loses everything that is not stored, as the end of a process does. */
  void lose() {
    while (writer.waiting() > 0) {
      writer.failNext(new IllegalStateException("killed"));
    }
    while (executor.waiting() > 0) {
      executor.discardNext();
    }
    timer.discardAll();
  }

  /** Checks that a sensor has the detections that one echo gives, from the beginning. */
  void assertJudgedAsOne(long sensorId, double... ppmv) {
    double[] scores = new double[ppmv.length];
    double sum = 0;
    for (int i = 0; i < ppmv.length; i++) {
      sum = 0.5 * sum + ppmv[i];
      scores[i] = sum;
    }
    List<AnomalyDetection> stored = detections.of(sensorId);
    assertThat(stored.stream().mapToDouble(AnomalyDetection::score)).containsExactly(boxed(scores));
    assertThat(stored.stream().map(AnomalyDetection::timestamp))
        .containsExactlyElementsOf(
            IntStream.range(0, ppmv.length)
                .mapToObj(minute -> BEGIN.plus(Duration.ofMinutes(minute)))
                .toList());
  }

  private static Double[] boxed(double[] values) {
    return DoubleStream.of(values).boxed().toArray(Double[]::new);
  }

  /** Returns the states that a sensor went through. */
  List<SensorEventType> states(long sensorId) {
    return events.sensorEvents().stream()
        .filter(event -> event.sensorId() == sensorId)
        .map(SensorEvent::type)
        .toList();
  }

  /** Returns made-up readings, ppmv. */
  static double[] noise(long seed, int count) {
    return new Random(seed).doubles(count, 10, 60).toArray();
  }
}
