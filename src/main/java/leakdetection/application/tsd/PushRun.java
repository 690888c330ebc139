package leakdetection.application.tsd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import leakdetection.application.sensors.SensorDirectory;
import leakdetection.domain.tsd.MalformedLine;
import leakdetection.domain.tsd.PushedReading;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingLine;

/**
 * One text of pushed readings on its way to the disk: while one batch is being stored, the next one
 * is read. Not thread-safe.
 */
final class PushRun {

  /** Readings that are stored at once. */
  static final int BATCH = 2000;

  private final Optional<Long> sensorId;
  private final SensorDirectory sensors;
  private final ReadingRecorder recorder;
  private final PushGate gate;
  private final ImportTally tally = new ImportTally();
  private List<PushedReading> readings = new ArrayList<>();
  private Batch underWay;

  PushRun(
      Optional<Long> sensorId, SensorDirectory sensors, ReadingRecorder recorder, PushGate gate) {
    this.sensorId = sensorId;
    this.sensors = sensors;
    this.recorder = recorder;
    this.gate = gate;
  }

  /** Readings that are being stored. */
  private record Batch(
      List<PushedReading> readings,
      Map<Long, List<ReadingLine>> bySensor,
      CompletableFuture<List<Recording>> recordings) {}

  void malformed(MalformedLine line) {
    tally.malformed(line);
  }

  void take(PushedReading reading) {
    readings.add(reading);
    if (readings.size() == BATCH) {
      hand();
    }
  }

  /** Stores what is left, and waits until all is stored. */
  void finish() {
    hand();
    await();
  }

  ImportReport report() {
    return tally.report();
  }

  private void hand() {
    await();
    List<PushedReading> batch = readings;
    readings = new ArrayList<>();
    Map<Long, List<ReadingLine>> bySensor = bySensor(batch);
    if (!bySensor.isEmpty()) {
      gate.admit(batch.size());
      underWay = store(batch, bySensor);
      underWay.recordings().whenComplete((stored, failure) -> gate.release(batch.size()));
    }
  }

  private Batch store(List<PushedReading> batch, Map<Long, List<ReadingLine>> bySensor) {
    Map<Long, List<RawReading>> raw = new LinkedHashMap<>();
    bySensor.forEach((id, lines) -> raw.put(id, lines.stream().map(ReadingLine::reading).toList()));
    return new Batch(batch, bySensor, recorder.recordAll(raw));
  }

  private void await() {
    Batch batch = underWay;
    underWay = null;
    if (batch != null) {
      try {
        count(stored(batch));
      } catch (RuntimeException failure) {
        // What stands behind is not stored: sent again, what failed would come late.
        readings = new ArrayList<>();
        throw failure;
      }
    }
  }

  /**
   * A sensor may have been removed since it was looked up: then the others are stored without it.
   */
  private Batch stored(Batch batch) {
    try {
      batch.recordings().join();
      return batch;
    } catch (CompletionException failure) {
      sensors.forget();
      if (batch.bySensor().keySet().stream().allMatch(sensors::has)) {
        throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
      }
    }
    Batch again = store(batch.readings(), bySensor(batch.readings()));
    again.recordings().join();
    return again;
  }

  private void count(Batch batch) {
    for (Recording recording : batch.recordings().join()) {
      tally.stored(batch.bySensor().get(recording.sensorId()), recording);
    }
  }

  private Map<Long, List<ReadingLine>> bySensor(List<PushedReading> batch) {
    Map<Long, List<ReadingLine>> bySensor = new LinkedHashMap<>();
    for (PushedReading reading : batch) {
      sensorOf(reading)
          .ifPresent(
              id ->
                  bySensor
                      .computeIfAbsent(id, key -> new ArrayList<>())
                      .add(new ReadingLine(reading.line(), reading.reading())));
    }
    return bySensor;
  }

  /** Returns whose reading it is; one of nobody is told. */
  private Optional<Long> sensorOf(PushedReading reading) {
    Optional<Long> named = reading.sensor().flatMap(sensors::find);
    if (reading.sensor().isPresent() && named.isEmpty()) {
      return refused(reading, "There is no sensor %s.".formatted(shown(reading)));
    }
    if (sensorId.isEmpty() && named.isEmpty()) {
      return refused(reading, "The reading names no sensor: its id or plant tag is needed.");
    }
    if (sensorId.isPresent() && named.isPresent() && !named.equals(sensorId)) {
      return refused(
          reading,
          "The reading is of sensor %s, but was sent to sensor %d."
              .formatted(shown(reading), sensorId.get()));
    }
    return sensorId.or(() -> named).filter(sensors::has);
  }

  private Optional<Long> refused(PushedReading reading, String message) {
    tally.malformed(new MalformedLine(reading.line(), message));
    return Optional.empty();
  }

  private static String shown(PushedReading reading) {
    String text = reading.sensor().orElse("");
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
