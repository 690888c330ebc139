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
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.Writer;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingsCorrected;
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
  @Inject Event<ReadingsRecorded> recorded;
  @Inject Event<ReadingsCorrected> corrected;
  @Inject Clock clock;

  // The time of the newest reading of each sensor as of the unit that runs; forgotten when a unit
  // is rolled back. Touched while writing only.
  private final Map<Long, Instant> newest = new ConcurrentHashMap<>();

  /**
   * Stores a batch of one sensor.
   *
   * @param batch in any order; of several values for one time the last one counts
   * @param position how far the source has been read with this batch
   * @return completes once the batch is on disk and announced
   */
  public CompletableFuture<Recording> record(
      long sensorId, List<RawReading> batch, Optional<FeedPosition> position) {
    return writer.submit(
        new Writer.Bulk<>(
            () -> {
              Recording recording = store(sensorId, batch);
              readings.addAll(recording.stored());
              readings.correct(recording.corrected());
              position.ifPresent(line -> readings.keepFeedPosition(sensorId, line));
              return recording;
            },
            this::announce,
            () -> newest.remove(sensorId),
            batch.size()));
  }

  /**
   * Stores what came of several sensors at once: all of it or nothing.
   *
   * @param batches by sensor, each in any order
   * @return completes once all is on disk and announced
   */
  public CompletableFuture<List<Recording>> recordAll(Map<Long, List<RawReading>> batches) {
    return writer.submit(
        new Writer.Bulk<>(
            () -> store(batches),
            recordings -> recordings.forEach(this::announce),
            () -> newest.keySet().removeAll(batches.keySet()),
            batches.values().stream().mapToInt(List::size).sum()));
  }

  private List<Recording> store(Map<Long, List<RawReading>> batches) {
    List<Recording> recordings = new ArrayList<>(batches.size());
    List<TimeSeriesData> fresh = new ArrayList<>();
    List<ReadingCorrection> corrections = new ArrayList<>();
    batches.forEach(
        (sensorId, batch) -> {
          Recording recording = store(sensorId, batch);
          recordings.add(recording);
          fresh.addAll(recording.stored());
          corrections.addAll(recording.corrected());
        });
    readings.addAll(fresh);
    readings.correct(corrections);
    return recordings;
  }

  private Recording store(long sensorId, List<RawReading> batch) {
    Instant last = newest(sensorId);
    Recording recording =
        GivenReadings.isInOrder(batch, last)
            ? allNew(sensorId, batch, last)
            : compared(sensorId, new GivenReadings(batch), last);
    List<TimeSeriesData> stored = recording.stored();
    if (!stored.isEmpty() && stored.get(stored.size() - 1).timestamp().isAfter(last)) {
      newest.put(sensorId, stored.get(stored.size() - 1).timestamp());
    }
    return recording;
  }

  private Instant newest(long sensorId) {
    Instant known = newest.get(sensorId);
    return known != null ? known : readings.newest(sensorId).orElse(Instant.MIN);
  }

  /** The usual case, without a look into the database. */
  private Recording allNew(long sensorId, List<RawReading> batch, Instant last) {
    List<TimeSeriesData> fresh = new ArrayList<>(batch.size());
    for (RawReading reading : batch) {
      fresh.add(fresh(sensorId, reading.time(), reading.ppmv(), last));
    }
    return new Recording(sensorId, fresh, 0, List.of());
  }

  private Recording compared(long sensorId, GivenReadings given, Instant last) {
    Map<Instant, TimeSeriesData> kept = kept(sensorId, given.values(), last);
    List<TimeSeriesData> fresh = new ArrayList<>();
    List<ReadingCorrection> corrections = new ArrayList<>();
    int repeated = 0;
    for (Map.Entry<Instant, List<Double>> entry : given.values().entrySet()) {
      TimeSeriesData before = kept.get(entry.getKey());
      TimeSeriesData row = before;
      if (before == null) {
        row = fresh(sensorId, entry.getKey(), GivenReadings.last(entry), last);
        fresh.add(row);
      }
      List<GivenReadings.Step> steps =
          GivenReadings.steps(entry.getValue(), before == null ? null : before.ppmv());
      for (GivenReadings.Step step : steps) {
        corrections.add(correction(row, step));
      }
      repeated += entry.getValue().size() - steps.size() - (before == null ? 1 : 0);
    }
    return new Recording(sensorId, fresh, repeated, corrections);
  }

  private Map<Instant, TimeSeriesData> kept(
      long sensorId, NavigableMap<Instant, List<Double>> given, Instant last) {
    NavigableMap<Instant, List<Double>> perhapsKept = given.headMap(last, true);
    return perhapsKept.isEmpty() ? Map.of() : readings.at(sensorId, perhapsKept.navigableKeySet());
  }

  private TimeSeriesData fresh(long sensorId, Instant time, double ppmv, Instant last) {
    return new TimeSeriesData(
        readings.nextId(), sensorId, time, ppmv, quality(ppmv, time.isAfter(last)));
  }

  private ReadingCorrection correction(TimeSeriesData row, GivenReadings.Step step) {
    boolean inTurn = row.quality() != Quality.LATE;
    return new ReadingCorrection(
        row.id(),
        row.sensorId(),
        row.timestamp(),
        step.before(),
        quality(step.before(), inTurn),
        step.after(),
        quality(step.after(), inTurn),
        clock.instant());
  }

  private static Quality quality(double ppmv, boolean inTurn) {
    Quality quality = Quality.of(ppmv);
    return quality == Quality.GOOD && !inTurn ? Quality.LATE : quality;
  }

  private void announce(Recording recording) {
    if (!recording.stored().isEmpty()) {
      recorded.fire(new ReadingsRecorded(recording.sensorId(), recording.stored()));
    }
    if (!recording.corrected().isEmpty()) {
      corrected.fire(new ReadingsCorrected(recording.sensorId(), recording.corrected()));
    }
  }

  void forget(@Observes SensorRemoved removal) {
    newest.remove(removal.sensorId());
  }
}
