package leakdetection.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import leakdetection.domain.tsd.FeedPosition;
import leakdetection.domain.tsd.Quality;
import leakdetection.domain.tsd.ReadingCorrection;
import leakdetection.domain.tsd.ReadingGap;
import leakdetection.domain.tsd.TimeSeriesData;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/** Readings that are kept in memory, at most one for each sensor and time as in the tables. */
public final class InMemoryReadings implements TimeSeriesDataRepository {

  private final Map<Long, NavigableMap<Instant, TimeSeriesData>> readings = new HashMap<>();
  private final Map<Long, FeedPosition> positions = new HashMap<>();
  private final List<ReadingCorrection> corrections = new ArrayList<>();
  private final List<ReadingGap> gaps = new ArrayList<>();
  private long lastId;

  @Override
  public long nextId() {
    return ++lastId;
  }

  @Override
  public Optional<TimeSeriesData> find(long id) {
    return readings.values().stream()
        .flatMap(kept -> kept.values().stream())
        .filter(reading -> reading.id() == id)
        .findFirst();
  }

  @Override
  public void remove(long id) {
    readings.values().forEach(kept -> kept.values().removeIf(reading -> reading.id() == id));
  }

  @Override
  public void addAll(List<TimeSeriesData> fresh) {
    for (TimeSeriesData reading : fresh) {
      if (of(reading.sensorId()).putIfAbsent(reading.timestamp(), reading) != null) {
        throw new IllegalStateException("Stored twice: " + reading.timestamp());
      }
    }
  }

  /** Returns what is kept of a sensor, by time. */
  public NavigableMap<Instant, TimeSeriesData> of(long sensorId) {
    return readings.computeIfAbsent(sensorId, id -> new TreeMap<>());
  }

  @Override
  public Optional<Instant> newest(long sensorId) {
    return Optional.ofNullable(of(sensorId).lastEntry()).map(Map.Entry::getKey);
  }

  @Override
  public Map<Instant, TimeSeriesData> at(long sensorId, Set<Instant> times) {
    return times.stream()
        .filter(of(sensorId)::containsKey)
        .collect(Collectors.toMap(time -> time, of(sensorId)::get));
  }

  @Override
  public List<TimeSeriesData> newest(long sensorId, int limit) {
    return last(sensorId, Instant.MAX, quality -> true, limit);
  }

  @Override
  public Optional<Instant> unchangedSince(long sensorId, double ppmv) {
    return of(sensorId).descendingMap().values().stream()
        .filter(reading -> reading.isJudged() || reading.quality() == Quality.STUCK)
        .takeWhile(reading -> reading.ppmv() == ppmv)
        .map(TimeSeriesData::timestamp)
        .reduce((later, earlier) -> earlier);
  }

  @Override
  public void markSpikes(List<Long> ids) {
    readings
        .values()
        .forEach(
            ofSensor ->
                ofSensor.replaceAll(
                    (time, reading) ->
                        ids.contains(reading.id())
                            ? new TimeSeriesData(
                                reading.id(),
                                reading.sensorId(),
                                time,
                                reading.ppmv(),
                                Quality.SPIKE)
                            : reading));
  }

  @Override
  public void correct(List<ReadingCorrection> news) {
    for (ReadingCorrection correction : news) {
      of(correction.sensorId())
          .put(
              correction.time(),
              new TimeSeriesData(
                  correction.readingId(),
                  correction.sensorId(),
                  correction.time(),
                  correction.after(),
                  correction.quality()));
      corrections.add(correction);
    }
  }

  @Override
  public List<ReadingCorrection> corrections(long sensorId, Instant from, Instant to, int limit) {
    return corrections.stream()
        .filter(correction -> correction.sensorId() == sensorId)
        .filter(correction -> !correction.time().isBefore(from) && correction.time().isBefore(to))
        .sorted(Comparator.comparing(ReadingCorrection::time))
        .limit(limit)
        .toList();
  }

  @Override
  public List<TimeSeriesData> judgedAfter(long sensorId, Instant after, int limit) {
    return first(of(sensorId).tailMap(after, false).values(), Quality::isJudged, limit);
  }

  @Override
  public List<TimeSeriesData> judgedBefore(long sensorId, Instant before, int limit) {
    return last(sensorId, before, Quality::isJudged, limit);
  }

  @Override
  public List<TimeSeriesData> inTurnAfter(long sensorId, Instant after, int limit) {
    return first(of(sensorId).tailMap(after, false).values(), Quality::isJudgedInTurn, limit);
  }

  @Override
  public List<TimeSeriesData> inTurnBefore(long sensorId, Instant before, int limit) {
    return last(sensorId, before, Quality::isJudgedInTurn, limit);
  }

  @Override
  public List<TimeSeriesData> takenAfter(long sensorId, Instant after, int limit) {
    return first(of(sensorId).tailMap(after, false).values(), quality -> !quality.isLate(), limit);
  }

  @Override
  public List<TimeSeriesData> takenBefore(long sensorId, Instant before, int limit) {
    return last(sensorId, before, quality -> !quality.isLate(), limit);
  }

  @Override
  public List<TimeSeriesData> between(long sensorId, Instant from, Instant to, int limit) {
    return first(of(sensorId).subMap(from, true, to, false).values(), quality -> true, limit);
  }

  @Override
  public List<TimeSeriesData> before(long sensorId, Instant before, int limit) {
    return last(sensorId, before, quality -> true, limit);
  }

  @Override
  public void keepGaps(List<ReadingGap> news) {
    gaps.addAll(news);
  }

  @Override
  public List<ReadingGap> gaps(long sensorId, Instant from, Instant to, int limit) {
    return gaps.stream().filter(gap -> gap.sensorId() == sensorId).limit(limit).toList();
  }

  @Override
  public int countJudged(long sensorId, int limit) {
    return judgedAfter(sensorId, Instant.MIN, limit).size();
  }

  @Override
  public Optional<FeedPosition> feedPosition(long sensorId) {
    return Optional.ofNullable(positions.get(sensorId));
  }

  @Override
  public void keepFeedPosition(long sensorId, FeedPosition position) {
    positions.put(sensorId, position);
  }

  private List<TimeSeriesData> last(
      long sensorId, Instant before, Predicate<Quality> wanted, int limit) {
    Collection<TimeSeriesData> newestFirst =
        of(sensorId).headMap(before, false).descendingMap().values();
    List<TimeSeriesData> last = first(newestFirst, wanted, limit);
    Collections.reverse(last);
    return last;
  }

  private static List<TimeSeriesData> first(
      Collection<TimeSeriesData> from, Predicate<Quality> wanted, int limit) {
    return from.stream()
        .filter(reading -> wanted.test(reading.quality()))
        .limit(limit)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
