package leakdetection.application.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import leakdetection.application.Writer;
import leakdetection.domain.sensors.SensorRemoved;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.RawReading;
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

  // At least the time of the newest reading of each sensor: what is later is certainly new. A unit
  // that is rolled back may leave it too late, which costs a look into the database, no more.
  private final Map<Long, Instant> newest = new ConcurrentHashMap<>();

  /**
   * Stores a batch.
   *
   * @param batch in any order; the first of two readings of the same time counts
   * @param position how far the source has been read with this batch
   * @return completes once the batch is on disk and announced
   */
  public CompletableFuture<Recording> record(
      long sensorId, List<RawReading> batch, Optional<FeedPosition> position) {
    return writer.submit(
        () -> {
          Recording recording = store(sensorId, batch);
          position.ifPresent(line -> readings.keepFeedPosition(sensorId, line));
          return recording;
        },
        this::announce);
  }

  private Recording store(long sensorId, List<RawReading> batch) {
    NavigableMap<Instant, Double> given = new TreeMap<>();
    int repeated = 0;
    List<Recording.Conflict> conflicts = new ArrayList<>();
    for (RawReading reading : batch) {
      Double first = given.putIfAbsent(reading.time(), reading.ppmv());
      repeated += first != null ? judgeRepeat(reading.time(), first, reading.ppmv(), conflicts) : 0;
    }
    List<TimeSeriesData> fresh = new ArrayList<>(given.size());
    Known known = known(sensorId, given);
    for (Map.Entry<Instant, Double> entry : given.entrySet()) {
      Double before = known.values().get(entry.getKey());
      if (before == null) {
        fresh.add(fresh(sensorId, entry.getKey(), entry.getValue(), known.newest()));
      } else {
        repeated += judgeRepeat(entry.getKey(), before, entry.getValue(), conflicts);
      }
    }
    readings.addAll(fresh);
    return new Recording(sensorId, fresh, repeated, conflicts);
  }

  private TimeSeriesData fresh(long sensorId, Instant time, double ppmv, Instant last) {
    Quality quality = Quality.of(ppmv);
    if (quality == Quality.GOOD && !time.isAfter(last)) {
      quality = Quality.LATE;
    }
    return new TimeSeriesData(readings.nextId(), sensorId, time, ppmv, quality);
  }

  private static int judgeRepeat(
      Instant time, double before, double given, List<Recording.Conflict> conflicts) {
    if (Double.compare(before, given) == 0) {
      return 1;
    }
    conflicts.add(new Recording.Conflict(time, before, given));
    return 0;
  }

  /**
   * What is stored of a sensor: its newest time, and the values at the times that are asked for.
   */
  private record Known(Instant newest, Map<Instant, Double> values) {}

  private Known known(long sensorId, NavigableMap<Instant, Double> given) {
    if (given.isEmpty()) {
      return new Known(Instant.MIN, Map.of());
    }
    Instant atMost = newest.get(sensorId);
    newest.merge(sensorId, given.lastKey(), (a, b) -> a.isAfter(b) ? a : b);
    if (atMost != null && given.firstKey().isAfter(atMost)) {
      return new Known(atMost, Map.of());
    }
    Instant last = readings.newest(sensorId).orElse(Instant.MIN);
    newest.merge(sensorId, last, (a, b) -> a.isAfter(b) ? a : b);
    NavigableMap<Instant, Double> perhapsKept = given.headMap(last, true);
    return new Known(
        last,
        perhapsKept.isEmpty()
            ? Map.of()
            : readings.valuesAt(sensorId, perhapsKept.navigableKeySet()));
  }

  private void announce(Recording recording) {
    if (!recording.stored().isEmpty()) {
      recorded.fire(new ReadingsRecorded(recording.sensorId(), recording.stored()));
    }
  }

  void forget(@Observes SensorRemoved removal) {
    newest.remove(removal.sensorId());
  }
}
