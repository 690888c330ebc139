package leakdetection.domain.tsd;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The readings that are kept. */
public interface TimeSeriesDataRepository {

  /** Returns an id that no reading has yet. Call it only while writing. */
  long nextId();

  Optional<TimeSeriesData> find(long id);

  /** Removes a reading with its judgement and its corrections. */
  void remove(long id);

  /** Keeps new readings, none of which may share sensor and time with one that is kept. */
  void addAll(List<TimeSeriesData> readings);

  /** Returns the time of a sensor's newest reading. */
  Optional<Instant> newest(long sensorId);

  /** Returns the readings that are kept at these times. */
  Map<Instant, TimeSeriesData> at(long sensorId, Set<Instant> times);

  /** Returns the newest readings of any quality in the order of their times. */
  List<TimeSeriesData> newest(long sensorId, int limit);

  /** Returns the time of the first of the newest measured values that are all this one, ppmv. */
  Optional<Instant> unchangedSince(long sensorId, double ppmv);

  /** Marks readings that turned out to be lone spikes. */
  void markSpikes(List<Long> ids);

  /** Gives readings other values and qualities, and keeps what they were before. */
  void correct(List<ReadingCorrection> corrections);

  /**
   * Returns corrections of readings in the order of the readings' times, then as they came.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit at most so many
   */
  List<ReadingCorrection> corrections(long sensorId, Instant from, Instant to, int limit);

  /**
   * Returns judged readings in the order of their times.
   *
   * @param after exclusive
   * @param limit at most so many
   */
  List<TimeSeriesData> judgedAfter(long sensorId, Instant after, int limit);

  /**
   * Returns the newest judged readings before an instant, in the order of their times.
   *
   * @param before exclusive
   * @param limit at most so many
   */
  List<TimeSeriesData> judgedBefore(long sensorId, Instant before, int limit);

  /** Like {@link #judgedAfter}, without those that came late and were not judged in their turn. */
  List<TimeSeriesData> inTurnAfter(long sensorId, Instant after, int limit);

  /** Returns readings of any quality that came in their turn, in the order of their times. */
  List<TimeSeriesData> takenAfter(long sensorId, Instant after, int limit);

  /** Returns the newest of them before an instant, in the order of their times. */
  List<TimeSeriesData> takenBefore(long sensorId, Instant before, int limit);

  /** Like {@link #judgedBefore}, without those that came late and were not judged in their turn. */
  List<TimeSeriesData> inTurnBefore(long sensorId, Instant before, int limit);

  /**
   * Returns readings of any quality in the order of their times.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit at most so many
   */
  List<TimeSeriesData> between(long sensorId, Instant from, Instant to, int limit);

  /**
   * Returns the newest readings of any quality before an instant, in the order of their times.
   *
   * @param before exclusive
   * @param limit at most so many
   */
  List<TimeSeriesData> before(long sensorId, Instant before, int limit);

  /** Keeps gaps; one that begins where another does takes its place. */
  void keepGaps(List<ReadingGap> gaps);

  /**
   * Returns gaps in the order of their times.
   *
   * @param from begin at this instant or later
   * @param to begin before this instant
   * @param limit at most so many
   */
  List<ReadingGap> gaps(long sensorId, Instant from, Instant to, int limit);

  /** Returns the number of judged readings of a sensor, counting no further than {@code limit}. */
  int countJudged(long sensorId, int limit);

  /** Returns how far a sensor's source has been read. */
  Optional<FeedPosition> feedPosition(long sensorId);

  /** Notes how far a sensor's source has been read. */
  void keepFeedPosition(long sensorId, FeedPosition position);
}
