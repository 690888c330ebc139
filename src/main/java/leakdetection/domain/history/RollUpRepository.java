package leakdetection.domain.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what days and hours of a history held: long histories are looked at through it, and it is
 * what stays when the values themselves are not kept any longer. Change it only while writing.
 */
public interface RollUpRepository {

  /**
   * Whole days of a sensor's history.
   *
   * @param from begin of the first one
   * @param to end of the last one
   */
  record Days(long sensorId, Instant from, Instant to) {}

  /**
   * Returns the days that are over and not rolled up, or not any more because something came late.
   */
  List<Days> due(HistoryKind kind);

  /**
   * Rolls up days from the first one on, about as many as hold the given number of values.
   *
   * @return what is left of the days; empty if nothing
   */
  Optional<Days> rollUp(HistoryKind kind, Days days, int values);

  /** Takes note that values of these times came or changed after their turn. */
  void outdate(HistoryKind kind, long sensorId, Collection<Instant> times);

  /** Returns from when on a sensor's readings are kept; empty if all are. */
  Optional<Instant> keptFrom(long sensorId);

  /**
   * Returns the sensors of which readings are kept that are older than their newest one by more
   * than so long, with the time before which nothing has to be kept: at least so many of the newest
   * detections stay, and everything that is not rolled up.
   *
   * @param now the clock's time: a reading ahead of it does not age the others
   */
  List<Days> old(long seconds, int detections, Instant now);

  /**
   * Removes the oldest readings before an instant, with what was judged of them; those that come
   * late from now on are refused.
   *
   * @param most about so many
   * @return how many were removed
   */
  int remove(long sensorId, Instant before, int most);

  /** Returns roll-ups of whole days in the order of their times. */
  List<RollUp> days(HistoryKind kind, long sensorId, Instant from, Instant to, int limit);
}
