package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.Writer;
import leakdetection.domain.history.HistoryKind;
import leakdetection.domain.history.RollUpRepository;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.LateReadingsRecorded;
import leakdetection.domain.tsd.LateStretchRepository;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingsRecorded;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * Stores readings with their quality and announces them. Every source comes through here.
 *
 * <p>Thread-safe; batches of one sensor are stored in the order in which they are handed in.
 */
@ApplicationScoped
public class ReadingRecorder {

  @Inject Writer writer;
  @Inject TimeSeriesDataRepository readings;
  @Inject LateStretchRepository lateStretches;
  @Inject RollUpRepository rollUps;
  @Inject SensorRules rules;
  @Inject Event<ReadingsRecorded> recorded;
  @Inject Event<LateReadingsRecorded> late;
  @Inject Clock clock;

  private final SensorTails tails = new SensorTails();

  /**
   * Stores a batch of one sensor that is replayed or imported.
   *
   * @param batch in any order; of several values for one time the last one counts
   * @param position how far the source has been read with this batch
   * @return completes once the batch is on disk and announced
   */
  public CompletableFuture<Recording> record(
      long sensorId, List<RawReading> batch, Optional<FeedPosition> position) {
    Map<Long, List<RawReading>> ofOne = Map.of(sensorId, batch);
    return writer.submit(
        new Writer.Bulk<>(
            () -> {
              Recording recording = store(ofOne, false).get(0);
              position.ifPresent(line -> readings.keepFeedPosition(sensorId, line));
              return recording;
            },
            this::announce,
            () -> tails.forget(sensorId),
            batch.size()));
  }

  /**
   * Stores what several sensors measured now: all of it or nothing.
   *
   * @param batches by sensor, each in any order
   * @return completes once all is on disk and announced
   */
  public CompletableFuture<List<Recording>> recordAll(Map<Long, List<RawReading>> batches) {
    return writer.submit(
        new Writer.Bulk<>(
            () -> store(batches, true),
            recordings -> recordings.forEach(this::announce),
            () -> batches.keySet().forEach(tails::forget),
            batches.values().stream().mapToInt(List::size).sum()));
  }

  private List<Recording> store(Map<Long, List<RawReading>> batches, boolean live) {
    List<Recording> recordings = new ArrayList<>(batches.size());
    List<TimeSeriesData> fresh = new ArrayList<>();
    List<ReadingCorrection> corrections = new ArrayList<>();
    List<Long> spikes = new ArrayList<>();
    batches.forEach(
        (sensorId, batch) -> {
          StoredBatch stored = batch(sensorId, live);
          Recording recording = stored.take(batch);
          recordings.add(recording);
          fresh.addAll(recording.stored());
          corrections.addAll(recording.corrected());
          spikes.addAll(stored.spikes());
          stored.late().ifPresent(lateStretches::widen);
          List<Instant> outdated = stored.lateTimes();
          if (!outdated.isEmpty()) {
            rollUps.outdate(HistoryKind.READINGS, sensorId, outdated);
          }
        });
    readings.addAll(fresh);
    readings.markSpikes(spikes);
    readings.correct(corrections);
    corrections.forEach(correction -> tails.forget(correction.sensorId()));
    return recordings;
  }

  private StoredBatch batch(long sensorId, boolean live) {
    return new StoredBatch(
        sensorId,
        tails.of(sensorId, readings),
        rules.of(sensorId),
        readings,
        () -> rollUps.keptFrom(sensorId),
        clock.instant(),
        live);
  }

  private void announce(Recording recording) {
    if (!recording.stored().isEmpty()) {
      recorded.fire(new ReadingsRecorded(recording.sensorId(), recording.stored()));
    }
    if (recording.hasLate()) {
      late.fire(new LateReadingsRecorded(recording.sensorId()));
    }
  }

  // On the writer's thread, or on that of whoever removed the sensor and still has the lock.
  void forget(@Observes SensorRemoved removal) {
    forget(removal.sensorId());
  }

  /** Reads a sensor's newest readings again before the next ones are stored. */
  void forget(long sensorId) {
    tails.forget(sensorId);
  }
}
