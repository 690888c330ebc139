package leakdetection.domain.deletions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was deleted and is kept for a while, in case somebody wants it back. */
public interface DeletionRepository {

  /** More rows than these are not kept: copying them would hold the writer up. */
  int MOST_ROWS = 200_000;

  /**
   * Keeps a copy of a row and of all that belongs to it, before it is deleted. To be called in the
   * unit of work that deletes it.
   *
   * @param label how people know it
   * @return whether it was kept; not when there are more than {@value #MOST_ROWS} rows
   */
  boolean keep(String table, long recordId, String label, Instant at);

  /**
   * Counts what a deletion would take, no further than {@value #MOST_ROWS} a table: the row itself
   * first, then what belongs to it.
   */
  List<DependentRows> dependents(String table, long recordId);

  Optional<Deletion> find(long id);

  /** Returns the last deletions, newest first. */
  List<Deletion> newest(int limit);

  /** Returns the ids of the rows of a table that a deletion keeps. */
  List<Long> ids(long deletionId, String table);

  /**
   * Puts all rows of a deletion back where they were, with their ids, and forgets it.
   *
   * @throws leakdetection.domain.RefusedException if something else took their place meanwhile
   */
  void restore(Deletion deletion);

  /** Forgets what was deleted before an instant. */
  void forgetBefore(Instant instant);
}
