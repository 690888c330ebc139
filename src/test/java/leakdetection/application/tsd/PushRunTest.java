package leakdetection.application.tsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.sensors.SensorDirectory;
import leakdetection.domain.tsd.PushedReading;
import leakdetection.domain.tsd.RawReading;
import org.junit.jupiter.api.Test;

class PushRunTest {

  private static final Instant BEGIN = Instant.parse("2024-05-01T00:00:00Z");

  private final List<RawReading> given = new ArrayList<>();

  @Test
  void nothingBehindABatchThatFailedIsStored() {
    PushRun run = run();
    for (int i = 0; i < PushRun.BATCH + 10; i++) {
      take(run, i);
    }

    assertThatThrownBy(run::finish).hasMessage("database is locked");
    run.finish();

    assertThat(given).hasSize(PushRun.BATCH);
  }

  private static void take(PushRun run, int second) {
    run.take(
        new PushedReading(
            second + 1, Optional.empty(), new RawReading(BEGIN.plusSeconds(second), second)));
  }

  /** Returns a run into a database that is locked. */
  private PushRun run() {
    PushGate gate = new PushGate();
    gate.judges = () -> 0;
    SensorDirectory sensors =
        new SensorDirectory() {
          @Override
          public boolean has(long id) {
            return true;
          }

          @Override
          public void forget() {
            // Nothing is remembered.
          }
        };
    ReadingRecorder recorder =
        new ReadingRecorder() {
          @Override
          public CompletableFuture<List<Recording>> recordAll(Map<Long, List<RawReading>> batches) {
            batches.values().forEach(given::addAll);
            return CompletableFuture.failedFuture(new IllegalStateException("database is locked"));
          }
        };
    return new PushRun(Optional.of(7L), sensors, recorder, gate);
  }
}
