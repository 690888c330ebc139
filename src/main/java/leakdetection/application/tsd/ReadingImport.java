package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import leakdetection.application.sensors.SensorRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.sensors.Sensor;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingLine;
import leakdetection.domain.tsd.ReadingParsers;

/**
 * Takes the readings of one sensor from a text of its field's form. Bad lines are reported, the
 * rest is taken. Memory does not grow with the length of the text.
 */
@ApplicationScoped
public class ReadingImport {

  /** Readings that are stored at once. */
  private static final int BATCH = 2000;

  /**
   * Batches that may be under way, so that reading and storing overlap. No more than one: if one
   * fails, none behind it may have been stored, or what is sent again would come too late to be
   * judged in its turn.
   */
  private static final int UNDER_WAY = 1;

  @Inject SensorRegistry sensors;
  @Inject ReadingParsers parsers;
  @Inject ReadingRecorder recorder;

  /**
   * Stores what a text holds; every reading that the report counts is on disk.
   *
   * @param source the text; the caller closes it
   * @throws RefusedException if there is no such sensor
   * @throws IOException if the source fails; what was read before stays stored
   */
  public ImportReport read(long sensorId, Reader source) throws IOException {
    Sensor sensor = sensors.get(sensorId);
    Run run = new Run(sensorId);
    try {
      parsers.of(sensor.template().field()).read(source, run::take, run.tally::malformed);
    } finally {
      run.finish();
    }
    return run.tally.report();
  }

  /** One text being read. */
  private final class Run {
    private final long sensorId;
    private final ImportTally tally = new ImportTally();
    private final Deque<Batch> underWay = new ArrayDeque<>();
    private List<ReadingLine> lines = new ArrayList<>(BATCH);

    Run(long sensorId) {
      this.sensorId = sensorId;
    }

    void take(ReadingLine line) {
      lines.add(line);
      if (lines.size() == BATCH) {
        hand();
      }
    }

    void finish() {
      if (!lines.isEmpty()) {
        hand();
      }
      while (!underWay.isEmpty()) {
        await();
      }
    }

    private void hand() {
      if (underWay.size() == UNDER_WAY) {
        await();
      }
      List<RawReading> readings = lines.stream().map(ReadingLine::reading).toList();
      underWay.add(new Batch(lines, recorder.record(sensorId, readings, Optional.empty())));
      lines = new ArrayList<>(BATCH);
    }

    private void await() {
      Batch batch = underWay.remove();
      try {
        tally.stored(batch.lines(), batch.recording().join());
      } catch (CompletionException failure) {
        lines = new ArrayList<>();
        sensors.get(sensorId); // removed meanwhile? Then that is what there is to say.
        throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
      }
    }
  }

  private record Batch(List<ReadingLine> lines, CompletableFuture<Recording> recording) {}
}
